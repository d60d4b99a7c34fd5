import { acquire, type Outcome } from './acquire';
import type { Device, Devices } from './devices';

interface Request {
  constraints: MediaTrackConstraints;
  answer: (outcome: Outcome) => void;
}

/** Opens devices with one question to the browser at a time; those that are asked for at once go into one question. */
export class Opener {
  private waiting: Partial<Record<Device, Request>> = {};
  private queue: Promise<void> | null = null;

  constructor(private readonly devices: Devices) {}

  open(device: Device, constraints: MediaTrackConstraints): Promise<Outcome> {
    return new Promise((answer) => {
      this.waiting[device] = { constraints, answer };
      this.start();
    });
  }

  private start() {
    this.queue ??= this.ask().finally(() => {
      this.queue = null;
      if (this.waiting.camera || this.waiting.microphone) this.start();
    });
  }

  private async ask() {
    // Whoever else asks in this turn comes along.
    await Promise.resolve();
    const { camera, microphone } = this.waiting;
    this.waiting = {};
    const outcome = await acquire(this.devices, {
      ...(camera && { camera: camera.constraints }),
      ...(microphone && { microphone: microphone.constraints }),
    });
    camera?.answer(outcome.camera ?? { problem: 'missing' });
    microphone?.answer(outcome.microphone ?? { problem: 'missing' });
  }
}

import pg from 'pg';
import { settings } from '@/lib/platform/settings';

/** An appointment changed, in whichever process. */
export interface AppointmentChanged {
  of: 'appointment';
  id: string;
  /** Ids of those who had or have a place on its roster: a doctor who gave it away is told, too. */
  people: string[];
  /** The doctor whose free times may have changed with it. */
  doctor: string;
  revision: number;
}

/** A doctor can be booked at other times than before. */
interface BookableTimesChanged {
  of: 'hours';
  doctor: string;
}

/** A session (id) has ended. */
interface SessionEnded {
  of: 'session';
  session: string;
}

type Change = AppointmentChanged | BookableTimesChanged | SessionEnded;

/** Called with each change; `null`: from now on changes are heard of, and something may have been missed before. */
type ChangeListener = (change: Change | null) => void;

/** The kind of change that each channel of the database's triggers tells of. */
const CHANNELS: Record<string, Change['of']> = {
  appointment_changed: 'appointment',
  hours_changed: 'hours',
  session_ended: 'session',
};

/** A change out of a trigger's payload. The trigger of release 0.1.0 names doctor and patient alone, and may have fired before the migration. */
export function readChange(channel: string, payload: string): Change {
  const { patient, ...told } = JSON.parse(payload);
  return { of: CHANNELS[channel], people: [told.doctor, patient], ...told };
}

const RETRY_MS = 1_000;

/** One listening connection for all open pages of this process; opened with the first listener, closed with the last. */
class Changes {
  private readonly listeners = new Set<ChangeListener>();
  private client: pg.Client | undefined;
  private retry: NodeJS.Timeout | undefined;

  add(listener: ChangeListener): () => void {
    this.listeners.add(listener);
    if (this.listeners.size === 1) void this.connect();
    return () => {
      this.listeners.delete(listener);
      if (this.listeners.size === 0) this.close();
    };
  }

  private tell(change: Change | null) {
    for (const listener of [...this.listeners]) listener(change);
  }

  private async connect() {
    const client = new pg.Client({ connectionString: settings().databaseUrl, keepAlive: true });
    this.client = client;
    client.on('notification', ({ channel, payload }) => {
      if (payload) this.tell(readChange(channel, payload));
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      for (const channel of Object.keys(CHANNELS)) await client.query(`LISTEN ${channel}`);
      this.tell(null);
    } catch {
      this.lost(client);
    }
  }

  private lost(client: pg.Client) {
    if (this.client !== client) return;
    this.client = undefined;
    client.end().catch(() => {});
    if (this.listeners.size > 0) this.retry = setTimeout(() => void this.connect(), RETRY_MS);
  }

  private close() {
    clearTimeout(this.retry);
    const client = this.client;
    this.client = undefined;
    client?.end().catch(() => {});
  }
}

// Hot reload loads this module again and again; its connections must not multiply.
const held = globalThis as { anteroomChanges?: Changes };

/** Tells a listener every change of an appointment and of when a doctor can be booked, until the returned function is called. */
export function onChange(listener: ChangeListener): () => void {
  held.anteroomChanges ??= new Changes();
  return held.anteroomChanges.add(listener);
}

import { type BrowserContext, expect, type Page } from '@playwright/test';

interface Probe {
  connections: RTCPeerConnection[];
  tracks: MediaStreamTrack[];
}

/** Media that came in over a page's connections: frames and samples by connection and stream, and the protocol of each selected pair. */
interface Flow {
  frames: Record<string, number>;
  samples: Record<string, number>;
  protocols: string[];
}

/** Runs in the page, before its own code: keeps its connections, and the tracks of its camera, microphone and screen. */
export function keepMedia() {
  // about:blank is no secure context.
  if (!navigator.mediaDevices) return;
  const probe: Probe = { connections: [], tracks: [] };
  Object.assign(globalThis, { mediaProbe: probe });
  globalThis.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      probe.connections.push(this);
    }
  };
  const clone = MediaStreamTrack.prototype.clone;
  MediaStreamTrack.prototype.clone = function () {
    const track = clone.call(this);
    probe.tracks.push(track);
    return track;
  };
  for (const name of ['getUserMedia', 'getDisplayMedia'] as const) {
    const open = navigator.mediaDevices[name].bind(navigator.mediaDevices);
    navigator.mediaDevices[name] = async (constraints) => {
      const stream = await open(constraints);
      probe.tracks.push(...stream.getTracks());
      return stream;
    };
  }
}

export const probeMedia = (context: BrowserContext) => context.addInitScript(keepMedia);

/** Runs in the page. */
export async function measureFlow(): Promise<Flow> {
  const { connections } = (globalThis as unknown as { mediaProbe: Probe }).mediaProbe;
  const flow: Flow = { frames: {}, samples: {}, protocols: [] };
  for (const [index, connection] of connections.entries()) {
    if (connection.connectionState !== 'connected') continue;
    const reports = await connection.getStats();
    for (const report of reports.values()) {
      const key = `${index} ${report.id}`;
      if (report.type === 'inbound-rtp' && report.kind === 'video') flow.frames[key] = report.framesDecoded ?? 0;
      if (report.type === 'inbound-rtp' && report.kind === 'audio')
        flow.samples[key] = report.totalSamplesReceived ?? 0;
      const pair = report.type === 'transport' ? reports.get(report.selectedCandidatePairId) : undefined;
      if (pair) flow.protocols.push(reports.get(pair.localCandidateId).protocol);
    }
  }
  return flow;
}

export const readFlow = (page: Page) => page.evaluate(measureFlow);

const rises = (from: Record<string, number>, to: Record<string, number>, by: number) =>
  Object.entries(to).some(([key, value]) => value - (from[key] ?? 0) >= by);

/** Samples in a tenth of a second. */
const TENTH = 4_800;

interface Patience {
  timeout?: number;
}

/** Waits for a picture that moves: frames of one stream decoded since the call, not a <video> that is there. */
export async function expectPicture(page: Page, { timeout = 20_000 }: Patience = {}) {
  const before = await readFlow(page);
  await expect
    .poll(async () => rises(before.frames, (await readFlow(page)).frames, 3), { timeout, intervals: [100] })
    .toBe(true);
}

/** Waits for a picture that moves and for sound, read from a page in whichever browser. */
export async function expectFlow(read: () => Promise<Flow>, { timeout = 20_000 }: Patience = {}) {
  const before = await read();
  const after = async () => {
    const { frames, samples } = await read();
    return { picture: rises(before.frames, frames, 3), sound: rises(before.samples, samples, TENTH) };
  };
  await expect.poll(after, { timeout, intervals: [100] }).toEqual({ picture: true, sound: true });
}

export const expectPictureAndSound = (page: Page, patience?: Patience) => expectFlow(() => readFlow(page), patience);

export async function expectSound(page: Page, { timeout = 20_000 }: Patience = {}) {
  const before = await readFlow(page);
  await expect
    .poll(async () => rises(before.samples, (await readFlow(page)).samples, TENTH), { timeout, intervals: [100] })
    .toBe(true);
}

/** TCP would hide an SFU that cannot be reached over UDP. */
export async function expectUdp(page: Page) {
  const { protocols } = await readFlow(page);
  expect(new Set(protocols)).toEqual(new Set(['udp']));
}

/** Kinds of all tracks that the page ever opened, and of those not ended; of these the labels, too. */
export const openedTracks = (page: Page) =>
  page.evaluate(() => {
    const { tracks } = (globalThis as unknown as { mediaProbe: Probe }).mediaProbe;
    const live = tracks.filter(({ readyState }) => readyState === 'live');
    const labels = live.map(({ label }) => label);
    return { all: tracks.map(({ kind }) => kind), live: live.map(({ kind }) => kind), labels };
  });

/** Packets of sound and pictures that come in during some milliseconds, over all connections of a page. */
export const packetsIn = (page: Page, ms: number) =>
  page.evaluate(async (ms) => {
    const { connections } = (globalThis as unknown as { mediaProbe: Probe }).mediaProbe;
    async function count() {
      const reports = await Promise.all(connections.map((connection) => connection.getStats()));
      const all = reports.flatMap((report, index) => [...report.values()].map((entry) => ({ ...entry, index })));
      const streams = all.filter(({ type }) => type === 'inbound-rtp');
      return new Map(streams.map(({ index, id, packetsReceived }) => [`${index} ${id}`, packetsReceived as number]));
    }
    const before = await count();
    await new Promise((resolve) => setTimeout(resolve, ms));
    const rises = [...(await count())].map(([key, packets]) => packets - (before.get(key) ?? 0));
    return rises.reduce((sum, rise) => sum + rise, 0);
  }, ms);

/** Camera and microphone were on, and are released. */
export async function expectReleased(page: Page) {
  await expect.poll(async () => (await openedTracks(page)).live).toEqual([]);
  expect((await openedTracks(page)).all).not.toEqual([]);
}

import type { Devices } from '@/components/call/devices/devices';
import { LocalMedia } from '@/components/call/devices/local-media';
import { type FailureCode, failureOf, wayOn } from './failure';
import type { Memory } from './memory';
import type { openRoom } from './open-room';
import type { Page } from './page';
import type { CallRoom } from './room';
import type { CallState, Link } from './states';
import { Store } from './store';
import type { Occasion, RequestTicket, Ticket, TicketResult } from './ticket';

const FRESH = 60_000;
const RENEW_EVERY = 45_000;

export interface SessionOptions {
  appointmentId: string;
  /** Identity of the person: their id. */
  me: string;
  /** Identities of the visit's people, as the page knows them now. */
  roster: () => readonly string[];
  /** The server's clock, milliseconds since the epoch. */
  now: () => number;
  /** The time in which the call can be joined, by that clock. */
  opensAt: number;
  closesAt: number;
}

/** The browser and the server around a session; use-session.ts has the real ones. */
export interface SessionParts {
  page: Page;
  devices: Devices;
  memory: Memory;
  requestTicket: RequestTicket;
  /** Fetches the code of the call, LiveKit with it. */
  loadRoom: () => Promise<{ openRoom: typeof openRoom }>;
  /** Starts fetching everything that the call's screen needs. */
  preload: () => void;
}

/** A token that is being asked for on the way in. `begin`: the person pressed something for it. */
interface Asked {
  answer: Promise<TicketResult>;
  begin: boolean;
}

/** From the door to the end of one call, outside React. `start` and `stop` may alternate: StrictMode mounts twice. */
export class CallSession {
  readonly store = new Store<CallState>({ at: 'checking' });
  readonly media: LocalMedia;
  private call: CallRoom | null = null;
  private ticket: Ticket | null = null;
  private renewal: ReturnType<typeof setInterval> | undefined;
  /** Of this stay in the call, its returns and reloads included. */
  private callId: string = crypto.randomUUID();
  private leavesOther = false;
  /** The wishes of this visit as this tab read or wrote them last: only what is wanted here anew is written. */
  private known = '';

  constructor(
    private readonly options: SessionOptions,
    private readonly parts: SessionParts,
  ) {
    this.media = new LocalMedia(parts.devices, parts.memory);
    this.media.store.subscribe(this.note);
  }

  readonly start = async () => {
    const obstacle = this.parts.page.obstacle();
    if (obstacle) return this.fail(obstacle);
    this.parts.page.on('pagehide', this.onPageHide);
    const note = this.parts.memory.note(this.options.appointmentId);
    if (note) this.media.want(note);
    this.recall();
    if (!note?.inCall || !this.parts.page.isReload()) return this.toDoor();
    // A browser may reload a tab by itself: what the person began on another device since then goes on.
    this.callId = note.call;
    await this.goIn({ rejoin: true });
  };

  /** The page is left without a word: like leaving. */
  readonly stop = () => {
    // Never started: the note of a reload is still to be read.
    if (this.store.get().at === 'checking') return;
    this.parts.page.off('pagehide', this.onPageHide);
    void this.leave();
    this.store.set({ at: 'checking' });
  };

  /** Back to the door, for someone who left. */
  readonly toDoor = () => {
    this.recall();
    this.store.set({ at: 'prejoin', call: null });
    void this.media.open();
    this.parts.preload();
    void this.prepare();
    this.renewal = setInterval(() => this.parts.page.isHidden() || void this.prepare(), RENEW_EVERY);
  };

  /** Preparations before the click: code loaded, token fetched, connection warmed up. */
  private async prepare() {
    const result = await this.requestTicket({});
    if (this.store.get().at !== 'prejoin') return;
    const refused = result.ok ? null : failureOf(result.code);
    // A failure that may pass by itself is said at the click, if it is still there then.
    if (refused && wayOn(refused) !== 'try_again') return this.fail(refused);
    if (result.ok) this.ticket = result.ticket;
    const call = await this.room().catch(() => null);
    if (!call) return;
    if (this.ticket) call.prepare(this.ticket);
    const state = this.store.get();
    if (state.at === 'prejoin' && state.call !== call) this.store.set({ at: 'prejoin', call });
  }

  private async room(): Promise<CallRoom | null> {
    const { openRoom } = await this.parts.loadRoom();
    const { at } = this.store.get();
    // Stopped meanwhile: nobody would let the room go.
    if (at !== 'prejoin' && at !== 'connecting') return null;
    this.call ??= openRoom(
      {
        ...this.options,
        requestTicket: this.requestTicket,
        onRestoring: (restoring) => this.show(restoring ? 'restoring' : 'up'),
        onEnd: (code) => this.fail(code),
      },
      { ...this.parts, media: this.media },
    );
    return this.call;
  }

  /** The way in. Called inside the click on Join: browsers allow sound from there on. */
  readonly join = async (asked?: Asked) => {
    clearInterval(this.renewal);
    void this.call?.room.startAudio().catch(() => {});
    const held = this.ticket && Date.now() - this.ticket.fetchedAt < FRESH ? this.ticket : null;
    this.ticket = null;
    if (!this.call) {
      this.store.set({ at: 'connecting' });
      await this.room().catch(() => null);
      if (this.store.get().at !== 'connecting') return;
    }
    const { call } = this;
    if (!call) return this.fail('site_unreachable');
    // The connection sets out before the screen changes: drawing the call takes as long as its first round trips.
    const outcome = this.enter(call, held, asked);
    this.show('connecting');
    const failure = await outcome;
    if (this.call !== call) return;
    if (failure) return this.fail(failure);
    this.show('up');
    this.note();
  };

  private async enter(call: CallRoom, held: Ticket | null, asked?: Asked) {
    const early = asked && (await asked.answer);
    if (this.call !== call) return null;
    const refused = early && !early.ok ? failureOf(early.code) : null;
    if (refused && wayOn(refused) !== 'try_again') return refused;
    if (early && !asked?.begin) return call.comeBack(early);
    return call.join(early?.ok ? early.ticket : held, { begun: early?.ok === true });
  }

  /** Straight in, without the door: after a failure, or from another tab. */
  readonly retry = () => this.goIn({ rejoin: true, begin: true });

  private async goIn(occasion: Occasion) {
    this.recall();
    void this.media.open();
    await this.join({ answer: this.requestTicket(occasion), begin: occasion.begin === true });
  }

  /** To the door of this call, whose Join ends the one that the person is in elsewhere. */
  readonly leaveOther = () => {
    this.leavesOther = true;
    this.toDoor();
  };

  private requestTicket = async (occasion: Occasion) => {
    const { leavesOther } = this;
    const result = await this.parts.requestTicket(this.options.appointmentId, {
      call: this.callId,
      ...occasion,
      ...(leavesOther && { leaveOther: true }),
    });
    // Once: a call that the person begins elsewhere later is not left unasked.
    if (leavesOther && result.ok && occasion.begin) this.leavesOther = false;
    return result;
  };

  private show(link: Link) {
    const state = this.store.get();
    if (state.at === 'in_call' && state.call === this.call && state.link === link) return;
    if (this.call) this.store.set({ at: 'in_call', call: this.call, link });
  }

  readonly leave = async () => {
    const { call } = this;
    this.letGo();
    this.store.set({ at: 'left' });
    await call?.leave();
  };

  private fail(code: FailureCode) {
    const { call } = this;
    this.letGo();
    this.store.set({ at: 'failed', code });
    void call?.leave();
  }

  private letGo() {
    clearInterval(this.renewal);
    this.call = null;
    this.ticket = null;
    this.media.release();
    this.note();
  }

  /** Every way back into this visit begins with what was wanted last. */
  private note = () => {
    const { at } = this.store.get();
    if (at === 'checking') return;
    const inCall = at === 'in_call' && this.call !== null;
    const wishes = this.media.wishes();
    this.parts.memory.keepNote(this.options.appointmentId, { ...wishes, inCall, call: this.callId });
    const written = JSON.stringify(wishes);
    if (written === this.known) return;
    this.known = written;
    this.parts.memory.keepWishes(this.visitKey(), wishes);
  };

  /** What was wanted last in this visit, in another tab as well. */
  private recall() {
    const wishes = this.parts.memory.wishes(this.visitKey());
    if (!wishes) return;
    this.known = JSON.stringify(wishes);
    this.media.want(wishes);
  }

  private visitKey = () => `${this.options.appointmentId}-${this.options.me}`;

  private onPageHide = () => {
    // As old as its tab's last sign of life.
    this.note();
    this.call?.putAside();
  };
}

import type { VideoTokenRequest } from '@/lib/calls/schema';

/** A token and where to take it; `fetchedAt` by this browser's clock, milliseconds. */
export interface Ticket {
  serverUrl: string;
  token: string;
  identity: string;
  fetchedAt: number;
}

/** A refusal by its code (lib/platform/problems), or `site_unreachable`. `retryAfter` in seconds. */
export interface Refusal {
  ok: false;
  code: string;
  retryAfter: number | null;
}

export type TicketResult = { ok: true; ticket: Ticket } | Refusal;

export type RequestTicket = (appointmentId: string, request: VideoTokenRequest) => Promise<TicketResult>;
/** The occasion on which a call asks; whose stay it is and what is left for it its session adds. */
export type Occasion = Pick<VideoTokenRequest, 'rejoin' | 'begin'>;

const isTicket = (body: unknown): body is Omit<Ticket, 'fetchedAt'> =>
  typeof (body as Ticket | null)?.token === 'string' && typeof (body as Ticket | null)?.serverUrl === 'string';

const TIMEOUT = 8_000;

/**
 * Asks for a token. The server may remember for a moment that the room is there; `rejoin` has it look again, which brings back a room
 * that was lost with its SFU.
 */
export const requestTicket: RequestTicket = async (appointmentId, request) => {
  try {
    const response = await fetch(`/api/appointments/${appointmentId}/video-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const body: unknown = await response.json().catch(() => null);
    // Something between may answer in the server's place, whatever the status.
    if (response.ok && isTicket(body)) return { ok: true, ticket: { ...body, fetchedAt: Date.now() } };
    const retryAfter = Number(response.headers.get('retry-after')) || null;
    return { ok: false, code: (body as { code?: string } | null)?.code ?? 'unknown', retryAfter };
  } catch {
    return { ok: false, code: 'site_unreachable', retryAfter: null };
  }
};

import { describe, expect, it } from 'vitest';
import { deleteRoom, listRooms } from '@/lib/adapters/livekit';
import { roomName } from '@/lib/appointments/policy';
import { closeRoom } from '@/lib/calls/commands/close-room';
import { joinCall } from '@/lib/calls/commands/join';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import { withApplication } from '../support/application';
import { asActor } from '../support/factories';
import { claimsOf, knock } from '../support/tokens';

const make = withApplication();
const MINUTE = 60_000;

async function ticketFor(actor: Actor, id: string, now = new Date()) {
  const result = await joinCall(actor, id, now);
  if (!result.ok) throw new Error(`refused: ${result.code}`);
  return result.ticket;
}

describe('joining a call', () => {
  it('hands out the whole ticket of the contract', async () => {
    const { id, patient } = await make.appointment();
    const ticket = await ticketFor(asActor(patient), id);
    expect(ticket).toEqual({
      serverUrl: settings().livekit.browserUrl,
      token: expect.any(String),
      roomName: `room_${id}`,
      identity: patient.id,
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    });
  });

  it('grants what a participant needs, and nothing else', async () => {
    const { id, doctor } = await make.appointment();
    const { token } = await ticketFor(asActor(doctor), id);
    expect(claimsOf(token)).toEqual({
      iss: settings().livekit.key,
      sub: doctor.id,
      name: doctor.name,
      attributes: { role: 'doctor', session: asActor(doctor).session.id },
      nbf: expect.any(Number),
      exp: expect.any(Number),
      video: {
        room: `room_${id}`,
        roomJoin: true,
        canSubscribe: true,
        canPublish: true,
        canPublishData: true,
        canPublishSources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
        canUpdateOwnMetadata: false,
        canSubscribeMetrics: false,
        canManageAgentSession: false,
        roomAdmin: false,
        roomCreate: false,
        roomList: false,
        roomRecord: false,
        ingressAdmin: false,
        hidden: false,
        recorder: false,
        agent: false,
      },
    });
  });

  it('says of each what the roster of the visit says', async () => {
    const { id, doctor, patient } = await make.appointment();
    for (const [person, role] of [[doctor, 'doctor'] as const, [patient, 'patient'] as const]) {
      const { token } = await ticketFor({ ...asActor(person), name: 'Somebody Else', role: 'admin' }, id);
      expect(claimsOf(token)).toMatchObject({ sub: person.id, name: person.name, attributes: { role } });
    }
  });

  it('keeps the identity of a person the same at each joining', async () => {
    const { id, patient } = await make.appointment();
    const actor = asActor(patient);
    expect((await ticketFor(actor, id)).identity).toBe((await ticketFor(actor, id)).identity);
  });

  it('ends the token with the window at the latest', async () => {
    const { id, patient, startsAt } = await make.appointment();
    const closesAt = startsAt.getTime() + 120 * MINUTE;
    const { expiresAt, token } = await ticketFor(asActor(patient), id, new Date(closesAt - 90_500));
    expect(new Date(expiresAt).getTime()).toBe(closesAt);
    expect(Number(claimsOf(token).exp) * 1000).toBeLessThanOrEqual(Date.now() + 90_500);
  });

  it.each([
    [-30 * MINUTE - 1000, 'too_early'],
    [-30 * MINUTE, 'open'],
    [-30 * MINUTE + 1000, 'open'],
    [120 * MINUTE - 1000, 'open'],
    [120 * MINUTE, 'too_late'],
    [120 * MINUTE + 1000, 'too_late'],
  ])('at the start %+d ms: %s', async (offset, expected) => {
    const { id, patient, startsAt } = await make.appointment({ startsAt: new Date('2026-12-31T23:40:00Z') });
    const result = await joinCall(asActor(patient), id, new Date(startsAt.getTime() + offset));
    expect(result.ok ? 'open' : result.code).toBe(expected);
    if (!result.ok && result.code === 'too_early') expect(result.opensAt).toBe('2026-12-31T23:10:00.000Z');
    if (!result.ok && result.code === 'too_late') expect(result.closedAt).toBe('2027-01-01T01:40:00.000Z');
  });
});

describe('who is refused', () => {
  it('a stranger, the other patient, another doctor and an admin are told that there is no such appointment', async () => {
    const { id, doctor } = await make.appointment();
    const other = await make.appointment({ doctor, startsIn: 40 });
    const strangers = [
      other.patient,
      await make.person(),
      await make.person({ role: 'DOCTOR' }),
      await make.person({ role: 'ADMIN' }),
    ];
    for (const person of strangers) {
      expect(await joinCall(asActor(person), id, new Date())).toEqual({ ok: false, code: 'appointment_not_found' });
    }
  });

  it.each([
    [{ visitType: 'IN_PERSON' as const }, 'not_a_video_visit'],
    [{ visitType: 'IN_PERSON' as const, status: 'CANCELED' as const }, 'not_a_video_visit'],
    [{ status: 'PENDING' as const }, 'appointment_not_confirmed'],
    [{ status: 'CANCELED' as const }, 'appointment_canceled'],
    [{ status: 'DECLINED' as const }, 'appointment_declined'],
    [{ status: 'COMPLETED' as const }, 'appointment_over'],
    [{ status: 'NO_SHOW' as const }, 'appointment_over'],
    [{ status: 'PENDING' as const, startsIn: 600 }, 'appointment_not_confirmed'],
    [{ startsIn: 600 }, 'too_early'],
    [{ startsIn: -600 }, 'too_late'],
  ])('%o: %s, and no room is made', async (options, code) => {
    const { id, patient } = await make.appointment(options);
    expect(await joinCall(asActor(patient), id, new Date())).toMatchObject({ ok: false, code });
    expect(await listRooms()).not.toContain(roomName(id));
  });

  it('too many requests come before everything that would tell of the appointment', async () => {
    const actor = asActor(await make.person());
    const { id } = await make.appointment();
    const codes = new Set<string>();
    for (let i = 0; i < 70; i++) {
      const result = await joinCall(actor, id, new Date());
      if (!result.ok) codes.add(result.code);
      if (!result.ok && result.code === 'too_many_requests') expect(result.retryAfter).toBeGreaterThan(0);
    }
    expect([...codes]).toEqual(['appointment_not_found', 'too_many_requests']);
  });
});

describe('rooms', () => {
  it('a token opens its own room and no other', async () => {
    const one = await make.appointment();
    const two = await make.appointment();
    const { token } = await ticketFor(asActor(one.patient), one.id);
    await ticketFor(asActor(two.patient), two.id);
    expect(await knock(token)).toBe(200);
    await deleteRoom(roomName(one.id));
    expect(await listRooms()).toContain(roomName(two.id));
    expect(await knock(token)).toBe(404);
  });

  it('is closed by the job at the end of the window, after which no token opens it', async () => {
    const { id, patient, startsAt } = await make.appointment();
    const { token } = await ticketFor(asActor(patient), id);
    await closeRoom(id, new Date(startsAt.getTime() + 120 * MINUTE - 1));
    expect(await knock(token)).toBe(200);
    await closeRoom(id, new Date(startsAt.getTime() + 120 * MINUTE));
    expect(await knock(token)).toBe(404);
  });

  it('is made again for a party who comes back after it was lost', async () => {
    const { id, patient } = await make.appointment();
    await ticketFor(asActor(patient), id);
    await deleteRoom(roomName(id));
    const result = await joinCall(asActor(patient), id, new Date(), { rejoin: true });
    expect(result.ok && (await knock(result.ticket.token))).toBe(200);
  });
});

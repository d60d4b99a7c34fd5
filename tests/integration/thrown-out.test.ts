import { describe, expect, it } from 'vitest';
import { setDisabled } from '@/lib/accounts/commands/disable';
import { endSession } from '@/lib/accounts/commands/sessions';
import { listRooms, mintToken } from '@/lib/adapters/livekit';
import { handOver } from '@/lib/appointments/commands/hand-over';
import { roomName } from '@/lib/appointments/policy';
import { checkArrival } from '@/lib/calls/commands/check-arrival';
import { endCallOfPerson } from '@/lib/calls/commands/end-call';
import { joinCall } from '@/lib/calls/commands/join';
import { withApplication } from '../support/application';
import { asActor, type TestPerson } from '../support/factories';
import { doJobs } from '../support/jobs';
import { enterRoom, identitiesIn, signInFor } from '../support/livekit';

const make = withApplication();

describe('who may not be in a call is thrown out of it, and nobody else', () => {
  async function ticketOf(person: TestPerson, id: string) {
    const joined = await joinCall(asActor(person), id, new Date());
    if (!joined.ok) throw new Error(joined.code);
    return joined.ticket;
  }
  const enter = async (person: TestPerson, id: string) => enterRoom(await ticketOf(person, id));
  const arrive = (room: string, { id: identity }: { id: string }, session: string | null = null) =>
    checkArrival({ room, identity, session, call: null, joinedAt: new Date() }, new Date());
  const expectIn = (room: string, ...people: { id: string }[]) =>
    expect.poll(() => identitiesIn(room)).toEqual(people.map(({ id }) => id).sort());

  it('someone disabled who comes in with an old token', async () => {
    const { id, patient, doctor } = await make.appointment();
    const room = roomName(id);
    const ticket = await ticketOf(patient, id);
    await enter(doctor, id);
    await setDisabled(asActor(await make.person({ role: 'ADMIN' })), patient.id, true, new Date());
    await enterRoom(ticket);
    await expectIn(room, patient, doctor);
    await arrive(room, patient);
    await expectIn(room, doctor);
    await arrive(room, doctor);
    // They are gone, so that removing them is answered with "not there", which counts as done.
    await expect(arrive(room, patient)).resolves.toBeUndefined();
    expect(await identitiesIn(room)).toEqual([doctor.id]);
    expect(await listRooms()).toContain(room);
  });

  it('someone whose session ended, by a token that was minted before, and nobody by another session', async () => {
    const { id, patient, doctor } = await make.appointment();
    const room = roomName(id);
    const { session, ticket } = await signInFor(patient, id);
    await enter(doctor, id);
    await enterRoom(ticket);
    await expectIn(room, patient, doctor);
    await arrive(room, patient, session.sessionId);
    expect(await identitiesIn(room)).toHaveLength(2);
    await endSession(session.sessionId, new Date());
    await arrive(room, patient, session.sessionId);
    await expectIn(room, doctor);
    // The session of somebody else is none.
    const { sessionId } = (await signInFor(doctor, id)).session;
    const expiresAt = new Date(Date.now() + 60_000);
    const asPatient = {
      room,
      identity: patient.id,
      name: patient.name,
      role: 'patient',
      session: sessionId,
      call: null,
      expiresAt,
    };
    await enterRoom({ ...ticket, token: await mintToken(asPatient, new Date()) });
    await expectIn(room, patient, doctor);
    await arrive(room, patient, sessionId);
    await expectIn(room, doctor);
  });

  it('someone who signs out, of the calls that they are in by that session', async () => {
    const { id, patient, doctor } = await make.appointment();
    const room = roomName(id);
    const [left, stays] = [await signInFor(patient, id), await signInFor(doctor, id)];
    for (const { ticket } of [left, stays]) await enterRoom(ticket);
    await expectIn(room, patient, doctor);
    await endSession((await signInFor(doctor, id)).session.sessionId, new Date());
    await endSession(left.session.sessionId, new Date());
    await doJobs();
    await expectIn(room, doctor);
  });

  it('someone who is not on its roster, by whatever token', async () => {
    const { id, patient } = await make.appointment();
    const stranger = await make.person({ role: 'DOCTOR' });
    const room = roomName(id);
    const { serverUrl } = await ticketOf(patient, id);
    const expiresAt = new Date(Date.now() + 60_000);
    const { id: identity, name } = stranger;
    const forStranger = { room, identity, name, role: 'doctor', session: '', call: null, expiresAt };
    await enter(patient, id);
    await enterRoom({ serverUrl, token: await mintToken(forStranger, new Date()) });
    await expectIn(room, patient, stranger);
    await arrive(room, patient);
    await arrive(room, stranger);
    await expectIn(room, patient);
  });

  it('the doctor whose visit was handed over, unless it was handed back', async () => {
    const { id, patient, doctor, revision } = await make.appointment();
    const [next, desk] = [await make.person({ role: 'DOCTOR' }), asActor(await make.person({ role: 'ADMIN' }))];
    const room = roomName(id);
    for (const person of [patient, doctor]) await enter(person, id);
    await expectIn(room, patient, doctor);
    await endCallOfPerson(id, doctor.id);
    expect(await identitiesIn(room)).toHaveLength(2);
    await handOver(desk, { doctorId: next.id, visits: [{ id, revision }] }, new Date());
    await enter(next, id);
    await doJobs();
    await expectIn(room, patient, next);
  });

  it('someone disabled, out of every call that they are in', async () => {
    const one = await make.appointment();
    const other = await make.appointment({ patient: one.patient, startsIn: -40 });
    for (const { id, patient, doctor } of [one, other]) {
      await enter(patient, id);
      await enter(doctor, id);
      await expectIn(roomName(id), patient, doctor);
    }
    await setDisabled(asActor(await make.person({ role: 'ADMIN' })), one.patient.id, true, new Date());
    await doJobs();
    for (const { id, doctor } of [one, other]) await expectIn(roomName(id), doctor);
  });
});

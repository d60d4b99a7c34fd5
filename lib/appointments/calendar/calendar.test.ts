import { describe, expect, it } from 'vitest';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { readIcs, valuesOf } from '@/tests/support/ics';
import type { CalendarReader } from './event';
import { toInvitation } from './invitation';
import { toCalendar, toFeed } from './publish';

const visit = {
  id: '01930000-0000-7000-8000-000000000001',
  startsAt: new Date('2026-11-24T09:00:00Z'),
  endsAt: new Date('2026-11-24T09:50:00Z'),
  updatedAt: new Date('2026-11-20T08:00:00Z'),
  status: 'confirmed',
  visitType: 'video',
  reason: 'Palpitations',
  closingNote: null,
  revision: 3,
  proposedStartsAt: null,
  proposedEndsAt: null,
  seriesId: null,
  doctor: { id: 'd', name: 'Dr Anna Keller', zone: 'Europe/London', specialty: 'Cardiology' },
  patient: { id: 'p', name: 'Maria Ruiz', zone: 'Europe/London' },
} satisfies AppointmentView;
const reader: CalendarReader = {
  role: 'patient',
  text: (key, { name }) => `${key === 'videoWith' ? 'Video visit' : 'Visit'} with ${name}`,
  clinic: { name: 'Clinic', address: '1 Hill Street; back door, 2nd floor' },
  origin: 'https://visits.example',
};
const eventOf = (text: string) => valuesOf(readIcs(text).events[0]);

describe('an appointment as a calendar reads it', () => {
  it('is an event in UTC, with its revision as SEQUENCE and the link', () => {
    const { calendar, events } = readIcs(toCalendar(visit, reader));
    expect(valuesOf(calendar)).toMatchObject({ METHOD: 'PUBLISH', VERSION: '2.0', 'X-WR-CALNAME': 'Clinic' });
    const call = 'https://visits.example/appointments/01930000-0000-7000-8000-000000000001/call';
    expect(events.map(valuesOf)).toEqual([
      {
        UID: '01930000-0000-7000-8000-000000000001@visits.example',
        SEQUENCE: '3',
        DTSTAMP: '20261120T080000Z',
        DTSTART: '20261124T090000Z',
        DTEND: '20261124T095000Z',
        SUMMARY: 'Video visit with Dr Anna Keller',
        LOCATION: call,
        STATUS: 'CONFIRMED',
        URL: call,
        CLASS: 'PRIVATE',
      },
    ]);
  });

  it('names the other side to each', () =>
    expect(eventOf(toCalendar(visit, { ...reader, role: 'doctor' })).SUMMARY).toBe('Video visit with Maria Ruiz'));

  it('in person has the clinic for a place', () =>
    expect(eventOf(toCalendar({ ...visit, visitType: 'in_person' }, reader))).toMatchObject({
      SUMMARY: 'Visit with Dr Anna Keller',
      LOCATION: '1 Hill Street; back door, 2nd floor',
      URL: 'https://visits.example/appointments/01930000-0000-7000-8000-000000000001',
    }));

  it.each([
    ['pending', 'TENTATIVE'],
    ['completed', 'CONFIRMED'],
    ['canceled', 'CANCELLED'],
    ['declined', 'CANCELLED'],
    ['expired', 'CANCELLED'],
  ] as const)('%s: %s', (status, expected) =>
    expect(eventOf(toCalendar({ ...visit, status }, reader)).STATUS).toBe(expected),
  );

  it('says nothing of why', () => {
    const told = { ...visit, closingNote: 'Too ill' };
    const invitation = { method: 'CANCEL' as const, organizer: PERSON, attendee: PERSON };
    const all = [toCalendar(told, reader), toFeed([told], reader), toInvitation(told, reader, invitation)];
    expect(all.join('').replaceAll('\r\n ', '')).not.toMatch(/Palpitations|Too ill|Cardiology/);
  });

  it('long names with umlauts are folded between characters', () => {
    const name = `Dr Jörg-Übermut ${'Müßiggänger-Ångström '.repeat(6).trim()}`;
    const text = toCalendar({ ...visit, doctor: { ...visit.doctor, name } }, reader);
    expect(eventOf(text).SUMMARY).toBe(`Video visit with ${name}`);
    expect(text).not.toContain('\ufffd');
  });
});

const PERSON = { name: 'Müller, "Ann": the third;\r\nATTENDEE:mailto:x@y.z', address: 'ann@test.example' };

describe('an invitation', () => {
  const organizer = { name: 'Hillside, Clinic', address: 'no-reply@visits.example' };
  const invite = (method: 'REQUEST' | 'CANCEL', status: AppointmentView['status'] = 'confirmed') =>
    readIcs(toInvitation({ ...visit, status }, reader, { method, organizer, attendee: PERSON }));

  it('comes from the clinic, to one person who need not answer', () => {
    const { calendar, events } = invite('REQUEST');
    expect(valuesOf(calendar)).toMatchObject({ METHOD: 'REQUEST' });
    expect(events).toHaveLength(1);
    const people = (events[0] ?? []).filter(({ name }) => name === 'ORGANIZER' || name === 'ATTENDEE');
    expect(people).toEqual([
      { name: 'ORGANIZER', parameters: { CN: 'Hillside, Clinic' }, value: 'mailto:no-reply@visits.example' },
      {
        name: 'ATTENDEE',
        parameters: {
          ROLE: 'REQ-PARTICIPANT',
          PARTSTAT: 'ACCEPTED',
          RSVP: 'FALSE',
          CN: expect.stringContaining('Müller'),
        },
        value: 'MAILTO:ann@test.example',
      },
    ]);
    expect(valuesOf(events[0])).toMatchObject({ SEQUENCE: '3', STATUS: 'CONFIRMED' });
  });

  it('a canceled one takes the same event away', () => {
    const { calendar, events } = invite('CANCEL', 'canceled');
    expect(valuesOf(calendar)).toMatchObject({ METHOD: 'CANCEL' });
    expect(valuesOf(events[0])).toMatchObject({
      UID: '01930000-0000-7000-8000-000000000001@visits.example',
      STATUS: 'CANCELLED',
    });
  });

  it('takes it from a doctor who gave the visit away, while it goes on with another', () =>
    expect(valuesOf(invite('CANCEL', 'confirmed').events[0]).STATUS).toBe('CANCELLED'));
});

describe('a feed', () => {
  it('holds every visit, and says how often to look', () => {
    const other = { ...visit, id: '01930000-0000-7000-8000-000000000002', status: 'canceled' as const };
    const { calendar, events } = readIcs(toFeed([visit, other], reader));
    expect(calendar).toEqual(
      expect.arrayContaining([
        { name: 'METHOD', parameters: {}, value: 'PUBLISH' },
        { name: 'REFRESH-INTERVAL', parameters: { VALUE: 'DURATION' }, value: 'PT30M' },
        { name: 'X-PUBLISHED-TTL', parameters: {}, value: 'PT30M' },
      ]),
    );
    expect(events.map((event) => valuesOf(event).STATUS)).toEqual(['CONFIRMED', 'CANCELLED']);
  });

  it('is the same for the same visits', () => expect(toFeed([visit], reader)).toBe(toFeed([visit], reader)));

  it('of nobody’s visits is a calendar all the same', () => expect(readIcs(toFeed([], reader)).events).toEqual([]));
});

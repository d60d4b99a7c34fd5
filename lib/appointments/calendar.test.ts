import { expect, it } from 'vitest';
import { toCalendar } from './calendar';
import type { AppointmentView } from './views';

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
const words = {
  calendarName: 'Clinic',
  summary: ({ doctor }: AppointmentView) => `Video visit with ${doctor.name}`,
  location: () => 'https://visits.example/call',
};
const linesOf = (appointment: AppointmentView) =>
  toCalendar([appointment], words, 'https://visits.example').replaceAll('\r\n ', '').split('\r\n');

it('an appointment is an event in UTC, with its revision as SEQUENCE and the link', () => {
  const lines = linesOf(visit);
  expect(lines).toEqual(
    expect.arrayContaining([
      'METHOD:PUBLISH',
      'UID:01930000-0000-7000-8000-000000000001@visits.example',
      'SEQUENCE:3',
      'DTSTAMP:20261120T080000Z',
      'DTSTART:20261124T090000Z',
      'DTEND:20261124T095000Z',
      'SUMMARY:Video visit with Dr Anna Keller',
      'STATUS:CONFIRMED',
    ]),
  );
  expect(lines.join('')).toContain('https://visits.example/appointments/01930000-0000-7000-8000-000000000001/call');
});

it('says nothing of why', () => {
  expect(linesOf({ ...visit, closingNote: 'Too ill' }).join('')).not.toMatch(/Palpitations|Too ill|Cardiology/);
});

it.each([
  ['pending', 'TENTATIVE'],
  ['canceled', 'CANCELLED'],
  ['declined', 'CANCELLED'],
] as const)('%s: %s', (status, expected) => expect(linesOf({ ...visit, status })).toContain(`STATUS:${expected}`));

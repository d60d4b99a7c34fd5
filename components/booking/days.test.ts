import { expect, it } from 'vitest';
import { weekOf } from '@/lib/appointments/week';
import { slotDays } from './days';

const HALF = 30 * 60_000;
const slot = (start: string) => {
  const at = Date.parse(start);
  return { start: at, end: at + HALF, visitTypes: ['video'] as const };
};
const now = Date.parse('2026-10-20T12:00:00Z');
const english = (zone: string) => ({ locale: 'en' as const, zone });

it('puts a slot into the day of the reader, whatever day the doctor has', () => {
  const week = weekOf('2026-10-21', now, 'Asia/Kathmandu');
  const days = slotDays([slot('2026-10-21T19:00:00Z')], week, now, english('Asia/Kathmandu'), 'America/St_Johns');
  const [thursday] = days.filter(({ slots }) => slots.length > 0);
  expect(thursday).toMatchObject({ date: '2026-10-22', weekday: 'Thu', day: '22', name: 'Thu 22 Oct' });
  expect(thursday?.slots[0]).toMatchObject({ label: '00:45', there: 'Wed 21 Oct, 16:30 St Johns' });
});

it('says nothing of the other clock where both show the same', () => {
  const week = weekOf('2026-10-21', now, 'Europe/Berlin');
  const days = slotDays([slot('2026-10-21T08:00:00Z')], week, now, english('Europe/Berlin'), 'Europe/Paris');
  expect(days[2]?.slots).toEqual([
    {
      startsAt: '2026-10-21T08:00:00.000Z',
      label: '10:00',
      there: null,
      inFull: 'tomorrow, 10:00–10:30',
      visitTypes: ['video'],
    },
  ]);
});

it('tells the two half past two apart on the night when the clocks go back', () => {
  const week = weekOf('2026-10-25', now, 'Europe/Berlin');
  const slots = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00Z'].map(slot);
  const days = slotDays(slots, week, now, english('Europe/Berlin'), 'Europe/Berlin');
  expect(days[6]?.slots.map(({ label }) => label)).toEqual(['02:30 GMT+2', '02:30 GMT+1', '03:30']);
});

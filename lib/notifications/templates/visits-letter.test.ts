import { describe, expect, it } from 'vitest';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { VISIT_NEWS } from '@/lib/notifications/policy';
import { compose } from './compose';
import { visitsLetter } from './visits-letter';
import { mailWords } from './words';

const [HOUR, DAY] = [3_600_000, 86_400_000];
const FIRST = Date.parse('2026-12-01T17:00:00Z');
const now = new Date('2026-11-21T09:00:00Z');
const person = (id: string, name: string, zone: string) => ({ id, name, zone });
const doctor = { ...person('d', 'Dr Lea Weiss', 'America/New_York'), specialty: 'Cardiology' };
const mari = person('m', 'María Ruiz', 'Europe/Madrid');
const visit = (index: number, more: Partial<AppointmentView> = {}) => {
  const startsAt = new Date(FIRST + index * 7 * DAY);
  const times = { startsAt, endsAt: new Date(+startsAt + HOUR) };
  return { id: `v${index}`, doctor, patient: mari, status: 'confirmed', visitType: 'video', ...times, ...more };
};
type Visits = Parameters<typeof visitsLetter>[1]['appointments'];
const letterOf = (
  appointments: ReturnType<typeof visit>[],
  more: Partial<Parameters<typeof visitsLetter>[1]> = {},
  locale: 'en' | 'es' = 'en',
) =>
  visitsLetter(mailWords(locale), {
    ...{ news: 'confirmed', role: 'patient', method: 'REQUEST', appointments: appointments as unknown as Visits, now },
    ...{ reader: { locale, zone: 'Europe/Madrid' }, clinic: {}, origin: 'https://visits.example', ...more },
  });
const count = (length: number) => Array.from({ length }, (_, index) => visit(index));

describe('a mail about several visits', () => {
  it('says how many and from when, and the one day of those that are all on it', () => {
    expect(letterOf(count(8)).subject).toBe('Your 8 visits are confirmed: from Tue 1 Dec');
    expect(letterOf(count(8), {}, 'es').subject).toBe('Sus 8 citas están confirmadas: desde el mar 1 dic');
    expect(letterOf(count(3), { news: 'canceled' }).subject).toBe('3 visits were canceled: from Tue 1 Dec');
    expect(letterOf(count(3), { news: 'moved' }).subject).toBe('3 of your visits have new times: from Tue 1 Dec');
    const sameDay = [visit(0), visit(0, { id: 'b', startsAt: new Date(FIRST + 2 * HOUR) })];
    expect(letterOf(sameDay, { role: 'doctor' }).subject).toBe('2 visits are confirmed: Tue 1 Dec');
    expect(letterOf(sameDay, { role: 'doctor' }, 'es').subject).toBe('2 citas están confirmadas: mar 1 dic');
  });

  it('lists every date of the longest series, in order, with the other clock where it differs', () => {
    const { list, facts } = letterOf(count(52));
    expect(list?.items).toHaveLength(52);
    expect(list?.rest).toBeUndefined();
    expect(list?.term).toBe('When, Madrid time');
    expect(list?.items[0]).toEqual({
      ...{ id: 'v0', day: 'Tue 1 Dec', time: '18:00–19:00', more: ['12:00, New York time'] },
    });
    // Europe's clocks change two weeks after those of New York.
    const march = list?.items.map(({ more }) => more[0]).filter((line) => line !== '12:00, New York time');
    expect(march?.length).toBeGreaterThan(0);
    expect(facts).toEqual([
      ['With', 'Dr Lea Weiss'],
      ['Where', 'By video, in your browser'],
    ]);
    const near = { ...mari, zone: 'America/New_York' };
    const alike = count(2).map((each) => ({ ...each, patient: near }));
    const { list: plain } = letterOf(alike, { reader: { locale: 'en', zone: near.zone } });
    expect(plain?.items.map(({ more }) => more)).toEqual([[], []]);
  });

  it('names at each date what differs from one to the other', () => {
    const bob = person('b', 'Bob Young', 'America/New_York');
    const reader = { locale: 'en', zone: 'America/New_York' } as const;
    const { list, facts, button } = letterOf([visit(0), visit(1, { patient: bob, visitType: 'in_person' })], {
      ...{ role: 'doctor', reader, clinic: { address: '1 Hill Street' } },
    });
    expect(list?.items.map(({ day, time, more }) => [`${day}, ${time}`, ...more])).toEqual([
      ['Tue 1 Dec, 12:00–13:00', 'María Ruiz: 18:00, Madrid time', 'By video, in your browser'],
      ['Tue 8 Dec, 12:00–13:00', 'Bob Young', 'In person, at 1 Hill Street'],
    ]);
    expect(facts).toEqual([]);
    expect(button).toEqual({ label: 'Open my schedule', url: 'https://visits.example/schedule' });
  });

  it('counts those for which there is no room', () => {
    const { list } = letterOf(count(60));
    expect(list?.items).toHaveLength(52);
    expect(list?.rest).toBe('And 8 more.');
  });

  it('opens the first visit, or another booking where none takes place; nothing for who gave them away', () => {
    expect(letterOf(count(2)).button?.url).toBe('https://visits.example/appointments/v0');
    for (const news of ['declined', 'canceled', 'withdrawn', 'expired'] as const) {
      expect(letterOf(count(2), { news }).button?.url).toBe('https://visits.example/book/d');
    }
    expect(letterOf(count(2), { news: 'handed_over', role: 'former_doctor' }).button).toBeUndefined();
  });

  it.each(['en', 'es'] as const)('has words for all news in %s, for either side', (locale) => {
    for (const news of VISIT_NEWS) {
      for (const role of ['patient', 'doctor'] as const) {
        const { title, paragraphs } = letterOf(count(5), { news, role }, locale);
        expect(title).toMatch(/(^|\D)5 /);
        expect(title + paragraphs).not.toMatch(/visits\.|[{}]/);
      }
    }
  });

  it('stands as well in plain text', async () => {
    const words = { orOpen: '', phone: '', address: '', automatic: 'auto' };
    const frame = { locale: 'en', clinic: { name: 'Hillside' }, words };
    const { text, html } = await compose(letterOf(count(60)), frame);
    expect(text).toContain(
      'With\nDr Lea Weiss\n\nWhere\nBy video, in your browser\n\nWhen, Madrid time\n- Tue 1 Dec, 18:00–19:00\n  12:00, New York time\n- Tue 8 Dec, 18:00–19:00\n  12:00',
    );
    expect(text).toContain('\nAnd 8 more.\n\nOpen the first visit:\n');
    expect(html.match(/<li /g)).toHaveLength(52);
    expect(html + text).not.toContain('Cardiology');
  });
});

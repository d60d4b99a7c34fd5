import type { Context } from './context';
import { type Crowd, fill } from './crowd';
import { atMost, quantile, type Row } from './row';
import { type Requests, Tally } from './tally';

const [FEW, MANY] = [1_000, 1_000_000];
const ROUNDS = 6;
const ROUND_SECONDS = 2;

const PAGES = {
  slots: 'slots of a doctor, four weeks',
  schedule: 'a patient’s Schedule',
  week: 'a doctor’s week',
} as const;
type Page = keyof typeof PAGES;

type Side = Awaited<ReturnType<typeof start>>;

const start = ({ product }: Context, name: string, appointments: number) =>
  product.beside(name, (url) => fill(url, appointments));

/** The requests of the measured people, each with a session of their own. */
async function requestsOf({ session, prepared }: Side, from: Date): Promise<Record<Page, Requests>> {
  const { doctors, patients }: Crowd = prepared;
  const get = async (person: string, path: string) => {
    const { name, value } = await session(person);
    return { method: 'GET', path, headers: { cookie: `${name}=${value}` } };
  };
  const range = `from=${from.toISOString()}&to=${new Date(from.getTime() + 28 * 86_400_000).toISOString()}`;
  const slots = (doctor: string | undefined) => `/api/doctors/${doctor}/slots?${range}`;
  return {
    slots: await Promise.all(patients.map((id, n) => get(id, slots(doctors[n % doctors.length])))),
    schedule: await Promise.all(patients.map((id) => get(id, '/schedule'))),
    week: await Promise.all(doctors.map((id) => get(id, '/'))),
  };
}

/** Both clinics have to answer alike, or their times could not be compared. */
async function sameSlots(sides: [Side, Requests][]): Promise<boolean> {
  const answers = sides.map(([{ baseUrl }, requests]) =>
    Promise.all(
      requests.map(({ path, headers }) => fetch(baseUrl + path, { headers }).then((answer) => answer.text())),
    ),
  );
  const [few, many] = await Promise.all(answers);
  return JSON.stringify(few) === JSON.stringify(many) && (few?.[0]?.includes('startsAt') ?? false);
}

/** Times of the same three pages in a small clinic and in a big one, an app process each over two databases of one PostgreSQL, in turns. */
export async function sizeRows(context: Context): Promise<Row[]> {
  const { tell } = context;
  tell(`Filling a clinic with ${FEW.toLocaleString('en')} appointments and one with ${MANY.toLocaleString('en')} …`);
  const small = await start(context, 'clinic_small', FEW);
  const big = await start(context, 'clinic_big', MANY);
  const now = new Date();
  const [few, many] = [await requestsOf(small, now), await requestsOf(big, now)];
  const counts = [small.prepared.appointments, big.prepared.appointments];
  const alike =
    (await sameSlots([
      [small, few.slots],
      [big, many.slots],
    ])) &&
    counts[0] === FEW &&
    counts[1] === MANY;

  const pages = Object.keys(PAGES) as Page[];
  const tallies = pages.map((page) => ({
    page,
    few: new Tally(small.baseUrl, few[page], 1),
    many: new Tally(big.baseUrl, many[page], 1),
  }));
  for (let round = 0; round <= ROUNDS; round++) {
    tell(round === 0 ? 'Small and big: warming up …' : `Small and big: round ${round} of ${ROUNDS} …`);
    for (const { few, many } of tallies) {
      for (const side of round % 2 ? [few, many] : [many, few]) await side.round(ROUND_SECONDS, round > 0);
    }
  }
  return tallies.flatMap(({ page, few, many }) => {
    const refused = few.refused + many.refused;
    const invalid =
      refused > 0 ? `${refused} requests were refused` : alike ? undefined : 'the two do not answer alike';
    return [0.5, 0.99].map((share): Row => {
      const [a, b] = [quantile(many.times, share), quantile(few.times, share)];
      const what = `With ${MANY.toLocaleString('en')} appointments: ${PAGES[page]}, p${share * 100}`;
      const beside = { what: `with ${FEW.toLocaleString('en')} appointments`, value: b };
      return { what, unit: 'ms', ours: a, beside, aim: atMost(a, b, 1.2), invalid };
    });
  });
}

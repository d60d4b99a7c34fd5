import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import type { Context } from './context';
import { quantile, type Row } from './row';

const CLIENTS = 32;
/** Of each client in a round. */
const BOOKINGS = 25;
const ROUNDS = 3;
const SLOT = 5 * 60_000;

/** One after the other by each of the clients, all of them at once. `n` counts a client's turns over all rounds. */
type Turn = (client: number, n: number) => Promise<void>;

/** Times in milliseconds. */
class Clients {
  readonly times: number[] = [];
  private seconds = 0;
  private turns = 0;

  constructor(private readonly turn: Turn) {}

  async round(counts: boolean) {
    const [first, began] = [this.turns, performance.now()];
    this.turns += BOOKINGS;
    const client = async (number: number) => {
      for (let n = first; n < first + BOOKINGS; n++) {
        const since = performance.now();
        await this.turn(number, n);
        if (counts) this.times.push(performance.now() - since);
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    if (counts) this.seconds += (performance.now() - began) / 1_000;
  }

  get perSecond() {
    return this.times.length / this.seconds;
  }
}

/** Patients who book, each as a browser would; `slot` says with which doctor, and which of the doctor's slots it takes. */
async function bookers({ product }: Context, doctors: string[], slot: (client: number, n: number) => number) {
  const sessions: Awaited<ReturnType<typeof product.session>>[] = [];
  for (let made = 0; made < CLIENTS; made++) sessions.push(await product.session(await product.make.person()));
  const { baseUrl } = product.stack;
  // From the day after tomorrow on, all around the clock.
  const start = Math.ceil(Date.now() / 86_400_000 + 1) * 86_400_000;
  return new Clients(async (client, n) => {
    const startsAt = new Date(start + slot(client, n) * SLOT).toISOString();
    const doctorId = doctors[client % doctors.length];
    const { name = '', value = '' } = sessions[client] ?? {};
    const answer = await fetch(`${baseUrl}/api/appointments`, {
      method: 'POST',
      headers: { cookie: `${name}=${value}`, origin: baseUrl, 'content-type': 'application/json' },
      body: JSON.stringify({ doctorId, startsAt, visitType: 'video', reason: 'Palpitations' }),
    });
    if (answer.status !== 201) throw new Error(`a booking was answered with ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  });
}

/** Clients of PostgreSQL itself that insert as many rows of the same size with no rules, each committed by itself. */
async function inserters(url: string) {
  const pool = new pg.Pool({ connectionString: url, max: CLIENTS });
  await pool.query(`CREATE TABLE bare_visit (id uuid PRIMARY KEY, doctor_id uuid, patient_id uuid, starts_at timestamptz, reason text);
    CREATE INDEX ON bare_visit (doctor_id, starts_at)`);
  const text = 'INSERT INTO bare_visit VALUES ($1, $2, $3, $4, $5)';
  const values = () => [uuidv7(), uuidv7(), uuidv7(), new Date(), 'Palpitations'];
  const clients = new Clients(async () => void (await pool.query({ name: 'insert', text, values: values() })));
  return { clients, stop: () => pool.end() };
}

/** Bookings by 32 patients at once, with a doctor each and all with the same one, beside bare inserts; in turns. */
export async function bookingRows(context: Context): Promise<Row[]> {
  const { product, tell } = context;
  const doctor = async () => (await product.make.person({ role: 'DOCTOR', slotMinutes: 5, breakMinutes: 0 })).id;
  const many = [];
  while (many.length < CLIENTS) many.push(await doctor());
  const distinct = await bookers(context, many, (_client, n) => n);
  const same = await bookers(context, [await doctor()], (client, n) => n * CLIENTS + client);
  const { clients: bare, stop } = await inserters(product.stack.env.DATABASE_URL ?? '');
  await using left = new AsyncDisposableStack();
  left.defer(stop);
  for (let round = 0; round <= ROUNDS; round++) {
    tell(round === 0 ? 'Bookings: warming up …' : `Bookings: round ${round} of ${ROUNDS} …`);
    for (const side of [distinct, same, bare]) await side.round(round > 0);
  }
  const rows = (what: string, ours: Clients, words: string, beside: Clients): Row[] => [
    {
      what: `Bookings a second, ${CLIENTS} clients, ${what}`,
      unit: '/s',
      ours: ours.perSecond,
      beside: { what: words, value: beside.perSecond },
    },
    ...[0.5, 0.99].map((share) => ({
      what: `Bookings, ${CLIENTS} clients, ${what}: p${share * 100}`,
      unit: 'ms',
      ours: quantile(ours.times, share),
      beside: { what: words, value: quantile(beside.times, share) },
    })),
  ];
  return [
    ...rows('a doctor each', distinct, 'bare INSERTs of a row by 32 connections', bare),
    ...rows('all of one doctor', same, 'a doctor each', distinct),
  ];
}

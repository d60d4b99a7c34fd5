import type { Context } from './context';
import { atLeast, atMost, quantile, type Row } from './row';
import { type Requests, Tally } from './tally';

const APPOINTMENTS = 500;
const ROUNDS = 5;
const ROUND_SECONDS = 4;
const CONNECTIONS = 10;

/** The people are many because each may ask sixty times a minute; a refusal answered quickly is not a token. */
async function requestsOfParties({ product }: Context): Promise<Requests> {
  const requests: Requests = [];
  for (let made = 0; made < APPOINTMENTS; made++) {
    const { id, doctor, patient } = await product.make.appointment();
    for (const person of [doctor, patient]) {
      const { name, value } = await product.session(person);
      const headers = { cookie: `${name}=${value}`, origin: product.stack.baseUrl };
      requests.push({ method: 'POST', path: `/api/appointments/${id}/video-token`, headers });
    }
  }
  return requests;
}

/** POST video-token beside a route that signs a token and does nothing else, in turns on the same machine. */
export async function tokenRows(context: Context): Promise<Row[]> {
  const { product, bare, tell } = context;
  tell(`Making ${APPOINTMENTS} appointments …`);
  const ours = new Tally(product.stack.baseUrl, await requestsOfParties(context), CONNECTIONS);
  const other = new Tally(bare.baseUrl, [{ method: 'POST', path: '/token' }], CONNECTIONS);
  for (let round = 0; round <= ROUNDS; round++) {
    tell(round === 0 ? 'Tokens: warming up …' : `Tokens: round ${round} of ${ROUNDS} …`);
    for (const side of [ours, other]) await side.round(ROUND_SECONDS, round > 0);
  }
  const refused = ours.refused + other.refused;
  const invalid = refused > 0 ? `${refused} requests were not answered with a token` : undefined;
  const beside = (value: number) => ({ what: 'a route that only signs a token', value });
  const [mine, theirs] = [ours.perSecond, other.perSecond];
  const latency = (share: number): Row => {
    const [a, b] = [quantile(ours.times, share), quantile(other.times, share)];
    const what = `Token: p${share * 100}, ${CONNECTIONS} connections`;
    return { what, unit: 'ms', ours: a, beside: beside(b), aim: atMost(a, b, 1.7), invalid };
  };
  return [
    {
      what: 'Token: requests a second',
      unit: '/s',
      ours: mine,
      beside: beside(theirs),
      aim: atLeast(mine, theirs, 0.6),
      invalid,
    },
    latency(0.5),
    latency(0.99),
  ];
}

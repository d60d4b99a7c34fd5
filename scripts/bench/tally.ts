import autocannon from 'autocannon';

export type Requests = Parameters<typeof autocannon>[0]['requests'];

/** The answers that several rounds against one server got, refusals apart. Times in milliseconds. */
export class Tally {
  readonly times: number[] = [];
  private seconds = 0;
  refused = 0;

  constructor(
    private readonly url: string,
    private readonly requests: Requests,
    private readonly connections: number,
  ) {}

  async round(seconds: number, counts: boolean) {
    const { url, requests, connections } = this;
    let client = 0;
    const run = autocannon({
      ...{ url, requests, connections, duration: seconds },
      // Each connection begins elsewhere in the list: nobody asks ten times at the same moment.
      setupClient: (connection) => {
        const start = Math.floor((client++ * requests.length) / connections);
        connection.setRequests([...requests.slice(start), ...requests.slice(0, start)]);
      },
    });
    if (counts) run.on('response', (_client, _status, _bytes, time) => void this.times.push(time));
    const { non2xx, errors, timeouts, duration } = await run;
    this.refused += non2xx + errors + timeouts;
    if (counts) this.seconds += duration;
  }

  get perSecond() {
    return this.times.length / this.seconds;
  }
}

/** The part of autocannon that is used here; it brings no types of its own. */
declare module 'autocannon' {
  interface Request {
    method: string;
    path: string;
    headers?: Record<string, string>;
  }
  interface Options {
    url: string;
    connections: number;
    /** Seconds. */
    duration: number;
    requests: Request[];
    setupClient(client: { setRequests(requests: Request[]): void }): void;
  }
  interface Run extends Promise<{ non2xx: number; errors: number; timeouts: number; duration: number }> {
    /** `time` in milliseconds. */
    on(event: 'response', heard: (client: unknown, status: number, bytes: number, time: number) => void): void;
  }
  export default function autocannon(options: Options): Run;
}

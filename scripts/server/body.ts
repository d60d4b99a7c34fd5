import { IncomingMessage } from 'node:http';

/** Brackets within brackets: what is deeper costs a parser more than it can be worth. */
const DEEPEST = 64;

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENS = new Set([0x5b, 0x7b]);
const CLOSES = new Set([0x5d, 0x7d]);

/** True where a message has a body (RFC 9112, 6.3). */
export const hasBody = ({ headers }: IncomingMessage) =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** The whole body, of `most` bytes at the most; 'too_large' as soon as that is known; null where the client went away. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | 'too_large' | null> {
  if (Number(request.headers['content-length'] ?? 0) > most) return Promise.resolve('too_large');
  return new Promise((done) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const gather = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= most) chunks.push(chunk);
      else finish('too_large');
    };
    const end = () => finish(Buffer.concat(chunks));
    const gone = () => finish(null);
    const finish = (result: Buffer | 'too_large' | null) => {
      request.off('data', gather).off('end', end).off('close', gone);
      if (result === 'too_large') request.pause();
      done(result);
    };
    request.on('data', gather).once('end', end).once('close', gone).once('error', gone);
  });
}

/** How deep brackets stand within each other, at the deepest. Those in JSON's strings do not count; in other text every one does. */
function depthOf(bytes: Buffer, json: boolean): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (json && byte === QUOTE) quoted = !quoted;
    else if (quoted) at += Number(byte === BACKSLASH);
    else if (OPENS.has(byte)) deepest = Math.max(deepest, ++depth);
    else if (CLOSES.has(byte) && depth > 0) depth--;
  }
  return deepest;
}

/** Undefined where a body is no JSON. It may begin with a byte order mark, which handlers leave out. */
function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** Whether every text in it, names too, has whole characters only: a lone surrogate is half of one. */
export function isWhole(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, item]) => name.isWellFormed() && isWhole(item));
}

/** Whether the parts of a form stand between their boundaries, up to the last (RFC 2046, 5.1.1). */
function isMultipart(bytes: Buffer, contentType: string): boolean {
  const boundary = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  return Boolean(mark) && bytes.includes(`--${mark}--`);
}

/**
 * What is wrong with a body whoever it is for, in words for a developer; null where it may be read. NUL and halves of characters are refused in every
 * form in which a parser would make one: PostgreSQL has no text for the one, UTF-8 none for the other.
 */
export function faultOf(bytes: Buffer, contentType = ''): string | null {
  const json = /^\s*[[{]/.test(bytes.subarray(0, 64).toString('latin1'));
  if (depthOf(bytes, json) > DEEPEST) return `body: more than ${DEEPEST} levels deep`;
  const text = bytes.toString('latin1');
  const escaped = contentType.includes('urlencoded') ? /%00/ : /(?:^|[^\\])(?:\\\\)*\\u0000/;
  if (bytes.includes(0) || escaped.test(text)) return 'body: has a NUL character';
  // Handlers read JSON whatever it is announced as.
  const given = readJson(bytes);
  if (given === undefined && /^application\/([\w.-]+\+)?json\b/i.test(contentType)) return 'body: is not JSON';
  if (!isWhole(given)) return 'body: has half of a character';
  if (/^multipart\//i.test(contentType) && !isMultipart(bytes, contentType)) return 'body: a part has no end';
  return null;
}

/** A message that reads as `request` did before its body was taken, or with another body and its type. */
export function withBody(
  request: IncomingMessage,
  bytes: Buffer,
  type = request.headers['content-type'],
): IncomingMessage {
  const { method, url, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const again = new IncomingMessage(request.socket);
  const headers = { ...request.headers, ...(type && { 'content-type': type }) };
  if ('content-length' in headers) headers['content-length'] = String(bytes.length);
  Object.assign(again, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor });
  again.complete = true;
  again.push(bytes);
  again.push(null);
  return again;
}

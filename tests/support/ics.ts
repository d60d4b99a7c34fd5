export interface IcsProperty {
  name: string;
  /** By name, without their quotation marks. */
  parameters: Record<string, string>;
  value: string;
}

/**
 * Reads a calendar as strictly as RFC 5545 writes it: every line ends with CRLF and has 75 octets at most, everything that begins ends.
 * Texts come back unescaped. @throws at the first flaw
 */
export function readIcs(text: string): { calendar: IcsProperty[]; events: IcsProperty[][] } {
  if (!text.endsWith('\r\n') && !text.endsWith('END:VCALENDAR')) throw new Error('the last line does not end');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line does not end with CRLF');
  const long = text.split('\r\n').find((line) => Buffer.byteLength(line) > 75);
  if (long) throw new Error(`more than 75 octets: ${long}`);
  const properties = text
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n')
    .map(readLine);
  const [calendar, events, open] = [[] as IcsProperty[], [] as IcsProperty[][], [] as string[]];
  for (const property of properties) {
    const { name, value } = property;
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') events.push([]);
    } else if (name === 'END') {
      if (open.pop() !== value) throw new Error(`${value} ends that did not begin`);
    } else (open.at(-1) === 'VEVENT' ? events.at(-1) : calendar)?.push(property);
  }
  if (open.length > 0) throw new Error(`${open} does not end`);
  return { calendar, events };
}

function readLine(line: string): IcsProperty {
  const match = /^([A-Z-]+)((?:;[A-Z-]+=(?:"[^"]*"|[^";:,]*))*):(.*)$/.exec(line);
  if (!match) throw new Error(`no property: ${line}`);
  const [, name = '', parameters = '', value = ''] = match;
  const pairs = [...parameters.matchAll(/;([A-Z-]+)=(?:"([^"]*)"|([^";:,]*))/g)];
  return {
    name,
    parameters: Object.fromEntries(pairs.map(([, key, quoted, plain]) => [key, quoted ?? plain ?? ''])),
    value: value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign)),
  };
}

/** The values of an event or a calendar by name; of several of a name the last. */
export const valuesOf = (properties: IcsProperty[] = []): Record<string, string> =>
  Object.fromEntries(properties.map(({ name, value }) => [name, value]));

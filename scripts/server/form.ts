import { type Read, readArguments } from './action.ts';

const fault = (fault: string) => ({ ok: false as const, fault });

/** A form that is an argument itself: its fields are the parts of this name. */
const isFields = (mark: string) => /^\$K[0-9a-f]{1,8}$/.test(mark);

/** Puts each part into a new form as it is read; the first that cannot be is the fault of all. */
function readEach(form: FormData, read: (name: string, value: string) => Read<string>): Read<FormData> {
  const parts = new FormData();
  for (const [name, value] of form) {
    if (typeof value !== 'string') return fault('body: is a file, which no form takes');
    const part = read(name, value);
    if (!part.ok) return part;
    parts.append(name, part.value);
  }
  return { ok: true, value: parts };
}

/** What a script sends: one part, "0", has the arguments; the fields of forms among them are "_1_name". */
function readCall(form: FormData): Read<FormData> {
  if (form.getAll('0').length !== 1) return fault('body: has no arguments');
  return readEach(form, (name, value) => {
    if (name === '0') return readArguments(value, isFields);
    return name.startsWith('_') ? { ok: true, value } : fault('body: a part belongs to no argument');
  });
}

/** Where the first arguments of an action stand, by the part that says which it is; null: nowhere; undefined: it says nothing. */
function boundOf(text: string): string | null | undefined {
  try {
    const { bound } = Object(JSON.parse(text));
    return bound === null ? null : /^\$@([0-9a-f]{1,8})$/.exec(bound)?.[1];
  } catch {
    return undefined;
  }
}

/**
 * What a browser sends before scripts run: the own fields, and with "$ACTION_REF_1" two parts more, "$ACTION_1:0" and "$ACTION_1:1", for the action
 * and for the arguments that the page has put before the form.
 */
const readSent = (form: FormData) =>
  readEach(form, (name, value) => {
    const [, action, part] = /^\$ACTION_([^:]*):(.*)$/.exec(name) ?? [];
    if (action === undefined) return { ok: true, value };
    if (part !== '0') return readArguments(value);
    const bound = boundOf(value);
    if (bound === undefined) return fault('body: names no action');
    const isThere = bound === null || form.getAll(`$ACTION_${action}:${bound}`).length === 1;
    return isThere && bound !== '0' ? { ok: true, value } : fault('body: has no arguments');
  });

/**
 * Reads a form that is sent to a page (RFC 7578), and writes it again: what was judged here is what another parser reads there.
 * @param isCall it came from a script, with the arguments of an action
 * @returns what is wrong with it in words for a developer, where Next or React could not read it
 */
export async function readForm(
  bytes: Buffer,
  type: string,
  isCall: boolean,
): Promise<Read<{ bytes: Buffer; type: string }>> {
  const sent = new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
  const form = await sent.formData().catch(() => null);
  if (!form) return fault('body: is no form');
  const read = isCall ? readCall(form) : readSent(form);
  if (!read.ok) return read;
  const again = new Response(read.value);
  return {
    ok: true,
    value: { bytes: Buffer.from(await again.arrayBuffer()), type: again.headers.get('content-type') ?? type },
  };
}

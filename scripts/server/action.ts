import { isWhole } from './body.ts';

/**
 * Strings of React's encoding of an action's arguments that stand for something else, where all of it is one JSON text: escaped ones and values that JSON
 * lacks. The others name parts of a form, of which there are none, or what stands elsewhere in the same arguments.
 */
const KNOWN = /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|n-?\d{1,30}$)/;
/** By the names on the way to it, from the list of arguments on. */
const REFERENCE = /^\$0(:[^:]+)+$/;

/** Characters of arguments with all that they name in its place. React stops at a million items of a list, and counts what is named twice for each. */
const LONGEST = 500_000;

/** True where an action may have this id in some build (Next: 42 hexadecimal digits), and where none is called. Next logs a failure for any other. */
export const isActionId = (header: string | string[] | undefined) =>
  header === undefined || /^[0-9a-f]{42}$/.test(header.toString());

/** The arguments of one action; no action of ours has so many. React throws beyond a thousand. */
const MOST = 100;

const isDate = (text: string) => text.startsWith('$D') && !Number.isNaN(Date.parse(text.slice(2)));

type Allowed = (mark: string) => boolean;

const none: Allowed = () => false;

function isReadable(value: unknown, isAllowed: Allowed): boolean {
  if (typeof value === 'string') {
    return !value.startsWith('$') || KNOWN.test(value) || isDate(value) || isAllowed(value);
  }
  return value === null || typeof value !== 'object' || Object.values(value).every((it) => isReadable(it, isAllowed));
}

/** What a reference leads to: a list or an object in which there is no further one, by its own fields, as React looks for it. */
function targetOf(given: unknown[], reference: string): object | null {
  let found: unknown = given;
  for (const name of reference.split(':').slice(1)) {
    // React leaves fields of that name out.
    if (found === null || typeof found !== 'object' || name === '__proto__' || !Object.hasOwn(found, name)) return null;
    found = (found as Record<string, unknown>)[name];
  }
  return found !== null && typeof found === 'object' ? found : null;
}

/** The same arguments with what references name in their place; null where it is not there, or too much. */
function withoutReferences(given: unknown[], isAllowed: Allowed): string | null {
  let [length, isFine] = [0, true];
  const text = JSON.stringify(given, (_, value) => {
    if (!isFine || typeof value !== 'string' || !REFERENCE.test(value)) return value;
    const target = targetOf(given, value);
    length += target ? JSON.stringify(target).length : 0;
    isFine = target !== null && length <= LONGEST && isReadable(target, isAllowed);
    return isFine ? target : null;
  });
  return isFine ? text : null;
}

export type Read<Of> = { ok: true; value: Of } | { ok: false; fault: string };

/**
 * Reads the arguments of a server action that came as one text, and gives a text that React can read: what it is to look up stands in its place.
 * @param isAllowed further marks that stand for something
 * @returns what is wrong with them in words for a developer, where React could not read them
 */
export function readArguments(text: string, isAllowed = none): Read<string> {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'body: is not JSON' };
  }
  if (!Array.isArray(given)) return { ok: false, fault: 'body: is no list of arguments' };
  if (given.length > MOST) return { ok: false, fault: `body: more than ${MOST} arguments` };
  if (!isWhole(given)) return { ok: false, fault: 'body: has half of a character' };
  const unfolded = isReadable(given, (mark) => isAllowed(mark) || REFERENCE.test(mark))
    ? withoutReferences(given, isAllowed)
    : null;
  return unfolded === null
    ? { ok: false, fault: 'body: an argument names what is not there' }
    : { ok: true, value: unfolded };
}

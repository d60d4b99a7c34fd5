/**
 * Strings of React's encoding of an action's arguments that stand for something else, where all of it is one JSON text: escaped ones and values
 * that JSON lacks. The others name parts of a form, of which there are none, or what stands elsewhere in the same arguments.
 */
const KNOWN = /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|n-?\d{1,30}$)/;

const isDate = (text: string) => text.startsWith('$D') && !Number.isNaN(Date.parse(text.slice(2)));

/** What `$0:1:name` names: a thing that stands in the arguments, by the way to it; undefined where there is none. */
function named(root: unknown, text: string): object | undefined {
  const [first, ...way] = text.split(':');
  let at: unknown = first === '$0' ? root : null;
  for (const key of way) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined;
    at = (at as Record<string, unknown>)[key];
  }
  return typeof at === 'object' && at !== null ? at : undefined;
}

/** Whether React can read a value that stands within `around`. A thing cannot be named within itself. */
function isReadable(value: unknown, root: unknown, around: readonly unknown[]): boolean {
  if (typeof value === 'string') {
    if (!value.startsWith('$') || KNOWN.test(value) || isDate(value)) return true;
    const thing = named(root, value);
    return thing !== undefined && !around.includes(thing);
  }
  if (value === null || typeof value !== 'object') return true;
  return Object.values(value).every((item) => isReadable(item, root, [...around, value]));
}

/** What is wrong with the arguments of a server action that came as one text, in words for a developer; null where React can read them. */
export function faultOfArguments(text: string): string | null {
  try {
    const given: unknown = JSON.parse(text);
    if (!Array.isArray(given)) return 'body: is no list of arguments';
    return isReadable(given, given, []) ? null : 'body: an argument names what is not there';
  } catch {
    return 'body: is not JSON';
  }
}

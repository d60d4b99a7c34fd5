/**
 * Strings of React's encoding of an action's arguments that stand for something else, where all of it is one JSON text: escaped ones, values that JSON
 * lacks, and what stands elsewhere in the same arguments. The others name parts of a form, of which there are none.
 */
const KNOWN = /^\$(\$|undefined$|NaN$|-?Infinity$|-0$|n-?\d{1,30}$|0(:[^:]+)*$)/;

const isDate = (text: string) => text.startsWith('$D') && !Number.isNaN(Date.parse(text.slice(2)));

function isReadable(value: unknown): boolean {
  if (typeof value === 'string') return !value.startsWith('$') || KNOWN.test(value) || isDate(value);
  return value === null || typeof value !== 'object' || Object.values(value).every(isReadable);
}

/** What is wrong with the arguments of a server action that came as one text, in words for a developer; null where React can read them. */
export function faultOfArguments(text: string): string | null {
  try {
    const given: unknown = JSON.parse(text);
    if (!Array.isArray(given)) return 'body: is no list of arguments';
    return isReadable(given) ? null : 'body: an argument names what is not there';
  } catch {
    return 'body: is not JSON';
  }
}

import type messages from '@/messages/en.json';

/** Every word of the call, made on the server with names filled in; `{n}` is left for a number or a text that only the browser knows. */
export type CallWords = (typeof messages)['call']['words'];

/** Puts what only the browser knows into a text. */
export const fill = (text: string, n: string | number) => text.replace('{n}', () => String(n));

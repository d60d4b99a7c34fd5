import { z } from 'zod';

/**
 * The calendar that Anteroom keeps, in milliseconds since the epoch: from 1970 (inclusive) to 2200 (exclusive), in UTC. Outside of it clocks,
 * calendar programs and pages go wrong (the year 10000 has no ISO 8601 form of 24 characters). The database's constraints leave room for a visit that begins on the last day.
 */
const [FIRST, LAST] = [Date.UTC(1970, 0, 1), Date.UTC(2200, 0, 1)];

/** True for an instant (milliseconds since the epoch) of that calendar; false for what is no number. */
export const isKept = (instant: number) => instant >= FIRST && instant < LAST;

/** An instant of that calendar as ISO 8601, with `Z` or an offset. */
export const instantInput = z.iso
  .datetime({ offset: true })
  .transform((value) => new Date(value))
  .refine((value) => isKept(value.getTime()), 'takes an instant from 1970 to 2199');

/** A day of that calendar as an ISO date. */
export const dateInput = z.iso.date().refine((value) => isKept(Date.parse(value)), 'takes a day from 1970 to 2199');

/** The revision of a row as somebody has seen it: no more than PostgreSQL's integer holds. */
export const revisionInput = z.int().min(1).max(2_147_483_647);

/**
 * A text that came from outside; '' for anything else, also one with half a character (a lone surrogate), which no address and no database takes.
 * `String()` would run what it is given, and fail.
 */
export const textOf = (given: unknown): string => (typeof given === 'string' && given.isWellFormed() ? given : '');

/** The form that an action was called with; an empty one where whoever called it sent something else. */
export const formOf = (given: unknown): FormData => (given instanceof FormData ? given : new FormData());

/** A word to search for, as an address has it: 100 characters at the most, counted so that none is cut in half. */
export const searchText = (given: unknown): string => [...textOf(given).trim()].slice(0, 100).join('');

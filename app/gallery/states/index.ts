import type { ReactNode } from 'react';
import { call } from './call';
import { cards } from './cards';
import { forms } from './forms';
import { mails } from './mails';

/** Everything that the gallery shows, by group and name. */
export const GALLERY: Record<string, Record<string, () => ReactNode>> = { call, cards, forms, mails };

/** A state's address in the gallery. */
export const pathOf = (group: string, state: string) => `/gallery/${group}/${encodeURIComponent(state)}`;

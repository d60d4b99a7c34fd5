import type { Page } from '@playwright/test';
import { HOUR } from './times';

/** The times of the chosen day, as a patient or a mover picks them. */
export const times = (page: Page) => page.getByRole('group', { name: /^Time on / }).getByRole('radio');

/** A start on a full hour, some hours ahead, as the hours of a test's doctor make them: every day, slots of 50 and breaks of 10 minutes. */
export const hoursAhead = (hours: number) => new Date(Math.ceil(Date.now() / HOUR) * HOUR + hours * HOUR);

import { z } from 'zod';

/** The one of two that is meant where the clocks go back and a time comes twice. */
export const twice = z.enum(['first', 'second']).optional();

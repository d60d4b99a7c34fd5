import { z } from 'zod';

/** Which of two is meant where the clocks go back and a time comes twice. */
export const twice = z.enum(['first', 'second']).optional();

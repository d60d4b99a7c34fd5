import { z } from 'zod';

/** A refusal as RFC 9457 has it. */
export const problemJson = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  /** The most bytes that a body may have. */
  most: z.int().optional(),
  opensAt: z.iso.datetime().optional(),
  closedAt: z.iso.datetime().optional(),
  conflicts: z.array(z.iso.datetime()).optional(),
  current: z.object({ status: z.string(), revision: z.int() }).optional(),
});

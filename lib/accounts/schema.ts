import { z } from 'zod';

/** Long inputs are refused before argon2 spends time on them. */
const password = z.string().min(1).max(200);

export const credentials = z.object({ email: z.string().trim().toLowerCase().min(3).max(254), password });

export const MIN_PASSWORD = 12;

export const newPassword = z.object({ current: password, next: z.string().min(MIN_PASSWORD).max(200) });
export type NewPassword = z.infer<typeof newPassword>;

export const personId = z.uuid();

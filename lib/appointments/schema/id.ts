import { z } from 'zod';

export const appointmentId = z.uuid();

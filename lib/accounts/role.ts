import type { Role } from '@/lib/platform/actor';
import type { Role as StoredRole } from '@/prisma/generated/client';

export const roleOf = (role: StoredRole) => role.toLowerCase() as Role;

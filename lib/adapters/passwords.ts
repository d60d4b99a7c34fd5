import { hash, verify } from '@node-rs/argon2';
import { normalisedPassword } from '@/lib/platform/passwords';

/** argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 passes, 1 lane). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(normalisedPassword(password), OPTIONS);

let standIn: Promise<string> | undefined;

/**
 * True for the right password, in whatever form a keyboard writes it. Without a hash it takes as long and says no, so that time does not tell
 * who has an account.
 */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  standIn ??= hashPassword(crypto.randomUUID());
  const known = passwordHash ?? (await standIn);
  const normalised = normalisedPassword(password);
  // Hashes up to 0.1.0 were made of what was typed, as it was.
  const right = (await verify(known, normalised)) || (normalised !== password && (await verify(known, password)));
  return passwordHash !== null && right;
}

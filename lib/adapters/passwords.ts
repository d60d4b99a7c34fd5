import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 passes, 1 lane). */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string) => hash(password, OPTIONS);

let standIn: Promise<string> | undefined;

/** True for the right password. Without a hash it takes as long and says no, so that time does not tell who has an account. */
export async function passwordMatches(password: string, passwordHash: string | null): Promise<boolean> {
  standIn ??= hashPassword(crypto.randomUUID());
  const right = await verify(passwordHash ?? (await standIn), password);
  return passwordHash !== null && right;
}

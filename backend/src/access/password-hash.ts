import { hash, verify } from '@node-rs/argon2';

/** argon2id with the parameters of the OWASP cheat sheet: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** What is compared with when there is nothing to compare with, so that both cases take the same time. */
const nobody: Promise<string> = hash('nobody has this password', COST);

/** The text to keep instead of a password; argon2id is the library's default. */
export const hashPassword = (password: string): Promise<string> => hash(password, COST);

/** Whether the password is the one; without a hash it takes as long and says no. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const isSame = await verify(passwordHash ?? (await nobody), password);
  return isSame && passwordHash !== null;
}

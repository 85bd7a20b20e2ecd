import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 32;

/** 256 random bits as 64 hexadecimal digits. */
export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('hex');

/** How a random secret is kept: 256 bits need no slow hash. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Equality that takes the same time wherever the difference is, also for texts of different length. */
export const sameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(hashOf(given), hashOf(expected));

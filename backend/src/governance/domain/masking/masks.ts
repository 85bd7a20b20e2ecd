/**
 * The masks of the standard: what is left of an address or number that people may see.
 *
 * None throws and none shows more than its rule says: what does not look like its kind is masked whole. Null stays null.
 * Lengths are counted in characters, not in UTF-16 units. The SQL twins are in `mask-sql.ts`.
 */
export const MASKS = ['email', 'phone', 'ssn'] as const;
export type Mask = (typeof MASKS)[number];

type Masked<Value extends string | null> = Value extends null ? null : string;

const SHOWN = 4;
/** A phone number of fewer digits would be shown by half. */
const SHORTEST_PHONE = 7;
const SSN_DIGITS = 9;

const stars = (count: number): string => '*'.repeat(Math.max(count, 0));
const lengthOf = (text: string): number => Array.from(text).length;
const digitsOf = (text: string): string => text.replace(/[^0-9]/g, '');

/** `j******e@example.com`: the last @ counts; first and last letter only of three and more. */
export function maskEmail<Value extends string | null>(value: Value): Masked<Value>;
export function maskEmail(value: string | null): string | null {
  if (value === null) return null;
  const [, local, domain] = /^([\s\S]+)@([A-Za-z0-9.-]+)$/.exec(value) ?? [];
  if (local === undefined || domain === undefined) return stars(lengthOf(value));
  const letters = Array.from(local);
  const shown =
    letters.length < 3
      ? stars(letters.length)
      : `${letters[0] ?? ''}${stars(letters.length - 2)}${letters.at(-1) ?? ''}`;
  return `${shown}@${domain}`;
}

/** `***********4567`: as long as it was, the last four digits of seven and more. */
export function maskPhone<Value extends string | null>(value: Value): Masked<Value>;
export function maskPhone(value: string | null): string | null {
  if (value === null) return null;
  const digits = digitsOf(value);
  const length = lengthOf(value);
  return digits.length < SHORTEST_PHONE ? stars(length) : stars(length - SHOWN) + digits.slice(-SHOWN);
}

/** `XXX-XX-6789`: the last four of exactly nine digits. */
export function maskSsn<Value extends string | null>(value: Value): Masked<Value>;
export function maskSsn(value: string | null): string | null {
  if (value === null) return null;
  const digits = digitsOf(value);
  return digits.length === SSN_DIGITS ? `XXX-XX-${digits.slice(-SHOWN)}` : 'XXX-XX-XXXX';
}

const BY_NAME: Readonly<Record<Mask, (value: string | null) => string | null>> = {
  email: maskEmail,
  phone: maskPhone,
  ssn: maskSsn,
};

/** What a mask leaves of a value. */
export const masked = (mask: Mask, value: string | null): string | null => BY_NAME[mask](value);

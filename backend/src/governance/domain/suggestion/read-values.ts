import type { Proposal } from './suggestion';

/** A kind of data that values give away. */
export interface ValueKind extends Proposal {
  readonly label: string;
  readonly fits: (value: string) => boolean;
}

const LONGEST_VALUE = 254;
/** Fewer values prove nothing. */
const FEWEST = 3;
const ENOUGH = 0.8;

const personal = (kind: string, fits: ValueKind['fits']): ValueKind => ({
  label: kind,
  ...{ level: null, category: 'PII', subtype: `pii.${kind}` },
  fits,
});

const KINDS: readonly ValueKind[] = [
  { label: 'payment card', level: 3, category: 'PCI', subtype: 'pci.card', fits: isCardNumber },
  personal('iban', isIban),
  personal('email', (value) => /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(value)),
  personal('ssn', (value) => /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(value)),
  personal('ip_address', (value) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value)),
  personal('phone', (value) => /^\+\d[\d ()./-]{6,18}\d$/.test(value)),
];

/** What most of some values look like, with how many do; null when nothing, or when there are too few to say. */
export function kindOfValues(values: readonly string[]): { kind: ValueKind; fitting: number; of: number } | null {
  const some = values.map((value) => value.trim()).filter((value) => value !== '' && value.length <= LONGEST_VALUE);
  if (some.length < FEWEST) return null;
  for (const kind of KINDS) {
    const fitting = some.filter(kind.fits).length;
    if (fitting >= FEWEST && fitting / some.length >= ENOUGH) return { kind, fitting, of: some.length };
  }
  return null;
}

/** 13 to 19 digits that pass the Luhn check. Source: ISO/IEC 7812-1, annex B. */
export function isCardNumber(value: string): boolean {
  const digits = value.replaceAll(/[ -]/g, '');
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => total + luhn(Number(digit), index), 0);
  return sum % 10 === 0;
}

function luhn(digit: number, index: number): number {
  if (index % 2 === 0) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}

/** An IBAN whose check digits are right. Source: ISO 13616-1, ISO 7064 mod 97-10. */
export function isIban(value: string): boolean {
  const text = value.replaceAll(' ', '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const moved = `${text.slice(4)}${text.slice(0, 4)}`;
  return Array.from(moved).reduce((rest, char) => remainder(rest, Number.parseInt(char, 36)), 0) === 1;
}

const remainder = (rest: number, value: number): number => (rest * (value > 9 ? 100 : 10) + value) % 97;

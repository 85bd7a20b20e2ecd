import type { Proposal } from './suggestion';

/** What values can be, as far as the type tells. */
export type TypeFamily = 'text' | 'number' | 'date' | 'boolean' | 'other' | 'unknown';

/** A kind of data that names give away. */
export interface NameKind extends Proposal {
  /** Short, for people: `email`. */
  readonly label: string;
  /** Words that stand beside each other in the name; `=` before them: they are the whole name. */
  readonly phrases: readonly string[];
  /** Types that can hold it. */
  readonly families: readonly TypeFamily[];
  readonly confidence: number;
  /** It holds even when the name ends in a word such as id or date. */
  readonly isWhole?: boolean;
}

const TEXT = ['text', 'unknown', 'other'] as const;
const CODE = ['text', 'number', 'unknown', 'other'] as const;
const DATE = ['date', 'text', 'number', 'unknown', 'other'] as const;

const personal = (kind: string, confidence: number, families: readonly TypeFamily[], phrases: string): NameKind => ({
  label: kind,
  level: null,
  category: 'PII',
  subtype: `pii.${kind.replaceAll(' ', '_')}`,
  phrases: phrases.split(', '),
  families,
  confidence,
});

const medical = (kind: string, confidence: number, phrases: string): NameKind => ({
  ...personal(kind, confidence, [...CODE, 'date', 'boolean'], phrases),
  category: 'PHI',
  subtype: `phi.${kind.replaceAll(' ', '_')}`,
  isWhole: true,
});

/** Strongest first: of several that fit one name the first counts. */
export const NAME_KINDS: readonly NameKind[] = [
  { ...personal('ssn', 95, CODE, 'ssn, social security, social security number'), isWhole: true },
  {
    ...personal(
      'national id',
      90,
      CODE,
      'passport, passport number, national id, national identifier, identity card, drivers license, driver license, driving licence, tax id, tin, nino, aadhaar, cpf, curp, steuer id',
    ),
    isWhole: true,
  },
  {
    label: 'payment card',
    level: 3,
    category: 'PCI',
    subtype: 'pci.card',
    phrases: ['credit card', 'card number', 'card no', 'cc number', 'card pan', '=pan', 'cvv', 'cvc'],
    families: CODE,
    confidence: 90,
  },
  {
    ...personal('iban', 90, CODE, 'iban, bank account, account iban, bank account number, routing number, sort code'),
    isWhole: true,
  },
  medical('diagnosis', 85, 'diagnosis, diagnoses, diagnosis code, icd, icd9, icd10'),
  medical('medical record', 85, 'mrn, medical record, medical record number, patient id, patient name, patient'),
  medical(
    'treatment',
    80,
    'medication, prescription, allergy, allergies, lab result, blood type, immunization, vaccination',
  ),
  medical('insurance', 75, 'health insurance, insurance member, health plan'),
  personal('email', 95, TEXT, 'email, e mail, email address, mail address, =mail, emails'),
  personal(
    'phone',
    90,
    CODE,
    'phone, phone number, mobile, mobile number, msisdn, cell phone, telephone, =tel, fax, phone no',
  ),
  {
    ...personal(
      'birth',
      90,
      DATE,
      'birth date, birthdate, date of birth, dob, birthday, birth day, birth year, year of birth',
    ),
    isWhole: true,
  },
  personal('ip address', 85, TEXT, 'ip address, ip addr, client ip, remote ip, user ip, source ip, =ip, ipv4, ipv6'),
  personal(
    'name',
    85,
    TEXT,
    'first name, firstname, last name, lastname, full name, fullname, surname, given name, family name, maiden name, middle name, fname, lname, customer name, contact name, person name, holder name, employee name, recipient name',
  ),
  personal(
    'address',
    80,
    TEXT,
    'street, street address, home address, postal address, billing address, shipping address, delivery address, address line, =address, customer address, mailing address',
  ),
  personal('postal code', 60, CODE, 'postal code, postcode, zip code, zipcode, =zip, =plz'),
  {
    ...personal('device', 65, CODE, 'device id, advertising id, idfa, gaid, imei, mac address, cookie id'),
    isWhole: true,
  },
  personal('location', 60, [...CODE], '=latitude, =longitude, =lat, =lng, =lon, geo point, gps position'),
  personal(
    'demographic',
    75,
    CODE,
    'gender, sex, ethnicity, race, religion, nationality, marital status, sexual orientation',
  ),
  {
    label: 'secret',
    level: 4,
    category: '',
    subtype: '',
    phrases: [
      'password',
      'passwd',
      'password hash',
      'api key',
      'secret key',
      'private key',
      'client secret',
      'access token',
      'refresh token',
    ],
    families: TEXT,
    confidence: 85,
    isWhole: true,
  },
  {
    label: 'income',
    level: 3,
    category: '',
    subtype: '',
    phrases: ['salary', 'wage', 'compensation amount', 'annual income', 'net worth'],
    families: CODE,
    confidence: 70,
  },
];

/** Words at the end, or the beginning, of a name that make it speak of something about the thing, not of the thing. */
export const ABOUT_IT: ReadonlySet<string> = new Set(
  'id ids key count cnt total num flag status state type kind category date at ts time timestamp day sent opened clicked bounced verified valid validity confirmed enabled opt optin consent template subject campaign provider domain rate score version format length index rank pct percent hours duration updated created changed country city'.split(
    ' ',
  ),
);
export const ASKS_WHETHER: ReadonlySet<string> = new Set([
  'is',
  'has',
  'was',
  'can',
  'should',
  'num',
  'count',
  'total',
  'nr',
  'n',
  'valid',
  'allow',
]);

import { isCardNumber, isIban } from './read-values';
import { recognise } from './recognise';
import { proposalText, type Candidate } from './suggestion';

const NOTHING: Candidate = {
  path: 'x',
  type: null,
  tags: [],
  meta: null,
  classifiers: [],
  contractWord: null,
  values: [],
  level: null,
  categories: [],
};
const told = (about: Partial<Candidate>): string[] =>
  recognise({ ...NOTHING, ...about }).map((one) => `${one.pattern} → ${proposalText(one)}`);
const named = (path: string, type: string | null = 'text'): string | undefined => told({ path, type })[0];

it.each([
  ['email', 'name: email → pii.email'],
  ['customerEmail', 'name: email → pii.email'],
  ['E_MAIL_ADDRESS', 'name: email → pii.email'],
  ['contact.email[]', 'name: email → pii.email'],
  ['billing.address', 'name: address → pii.address'],
  ['phone2', 'name: phone → pii.phone'],
  ['dob', 'name: birth → pii.birth'],
  ['passport_id', 'name: national id → pii.national_id'],
  ['card_number', 'name: payment card → pci.card'],
  ['icd10', 'name: diagnosis → phi.diagnosis'],
  ['client_ip', 'name: ip address → pii.ip_address'],
  ['password_hash', 'name: secret → RESTRICTED'],
])('recognises %s', (path, expected) => {
  expect(named(path)).toBe(expected);
});

it.each([
  'email_sent_at',
  'is_email_verified',
  'email_id',
  'product_name',
  'mailing_list',
  'company',
  'emailed',
  'zip_file',
  'shape',
  'ssnap',
])('takes %s for nothing personal', (path) => {
  expect(named(path)).toBeUndefined();
});

it('asks the type, too', () => {
  expect([
    named('email', 'boolean'),
    named('email', 'timestamp'),
    named('birth_date', 'date'),
    named('phone', 'bigint'),
  ]).toEqual([undefined, undefined, 'name: birth → pii.birth', 'name: phone → pii.phone']);
  expect(told({ path: 'peer', type: 'inet' })).toEqual(['type: inet → pii.ip_address']);
});

it('reads tags, dbt meta, classifiers and words of contracts', () => {
  expect(told({ tags: ['pii', 'nightly'] })).toEqual(['tag: pii → PII']);
  expect(told({ tags: ['classification:restricted'] })).toEqual(['tag: classification:restricted → RESTRICTED']);
  expect(told({ meta: { contains_pii: true, owner: 'ann' } })).toEqual(['dbt meta: contains_pii: true → PII']);
  expect(told({ meta: { contains_pii: false, pii: 'false' } })).toEqual([]);
  expect(told({ meta: { pii: 'email' } })).toEqual(['dbt meta: pii: email → pii.email']);
  expect(told({ classifiers: ['phi.diagnosis'] })).toEqual(['dbt classifier: phi.diagnosis → phi.diagnosis']);
  expect(told({ contractWord: 'confidential' })).toEqual(['contract: confidential → CONFIDENTIAL']);
});

it('says each thing once, by its surest sign, and only what is not known', () => {
  expect(told({ path: 'email', tags: ['pii'] })).toEqual(['name: email → pii.email']);
  expect(told({ path: 'email', tags: ['pii.email'], meta: { pii: 'email' } })).toEqual([
    'dbt meta: pii: email → pii.email',
  ]);
  expect(told({ path: 'email', level: 3, categories: ['PII'] })).toEqual([]);
  expect(told({ path: 'email', level: 2, categories: [] })).toEqual(['name: email → pii.email']);
});

it('checks digits of cards and IBANs, and takes most of the values for all', () => {
  expect(['4111 1111 1111 1111', '5500005555555559', '4111111111111112', '1234'].map(isCardNumber)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(['DE89 3704 0044 0532 0130 00', 'GB82WEST12345698765432', 'GB82WEST12345698765433', 'x'].map(isIban)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(told({ values: ['4111111111111111', '5500005555555559', '340000000000009'] })).toEqual([
    'values: payment card → pci.card',
  ]);
  expect(told({ values: ['a@b.example', 'c@d.example', 'e@f.example', 'g@h.example', 'none'] })).toEqual([
    'values: email → pii.email',
  ]);
  expect(told({ values: ['a@b.example', 'none', 'nothing'] })).toEqual([]);
  expect(told({ values: ['10.0.0.1', '192.168.1.254', '8.8.8.8'] })).toEqual(['values: ip_address → pii.ip_address']);
});

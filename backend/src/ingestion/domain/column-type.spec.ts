import { typeChange } from './column-type';

it.each([
  ['int', 'INTEGER', 'SAME'],
  ['character varying(20)', 'varchar(20)', 'SAME'],
  ['numeric(10, 2)', 'decimal(10,2)', 'SAME'],
  ['bigint', 'int', 'NARROWER'],
  ['text', 'varchar(20)', 'NARROWER'],
  ['varchar(40)', 'varchar(20)', 'NARROWER'],
  ['varchar', 'varchar(20)', 'NARROWER'],
  ['int', 'bigint', 'OTHER'],
  ['varchar(20)', 'varchar(40)', 'OTHER'],
  ['numeric(10,2)', 'numeric(10,4)', 'OTHER'],
  ['date', 'timestamp', 'OTHER'],
  ['text', 'jsonb', 'OTHER'],
])('sees %s becoming %s as %s', (before, after, change) => {
  expect(typeChange(before, after)).toBe(change);
});

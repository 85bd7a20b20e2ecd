import { withoutSecrets } from './redact';

const redacted = (event: Record<string, unknown>): unknown => withoutSecrets(event, JSON.stringify(event));

it.each([
  [
    { environmentVariables: [{ name: 'DB_PASSWORD', value: 'x' }] },
    { environmentVariables: [{ name: 'DB_PASSWORD', value: '[redacted]' }] },
  ],
  [{ parameters: [{ key: 'api-key', value: 'x' }] }, { parameters: [{ key: 'api-key', value: '[redacted]' }] }],
  [{ 'spark.hadoop.fs.s3a.secret.key': 'x' }, { 'spark.hadoop.fs.s3a.secret.key': '[redacted]' }],
  [{ uri: 'postgres://ann:pw@db/shop' }, { uri: 'postgres://db/shop' }],
  [
    { url: 'jdbc:postgresql://db/shop?user=a&password=pw&ssl=1' },
    { url: 'jdbc:postgresql://db/shop?user=a&password=[redacted]&ssl=1' },
  ],
  [
    { url: 'https://x.blob.core.windows.net/a?sv=1&sig=abc' },
    { url: 'https://x.blob.core.windows.net/a?sv=1&sig=[redacted]' },
  ],
  [{ message: 'key AKIAABCDEFGHIJKLMNOP failed' }, { message: 'key [redacted] failed' }],
  [{ header: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc-def' }, { header: '[redacted]' }],
  [{ Authorization: 'Bearer x' }, { Authorization: '[redacted]' }],
])('blots the secret in %j', (event, expected) => {
  expect(redacted(event)).toEqual(expected);
});

it('leaves SQL that compares columns of such names alone', () => {
  const event = { query: "select a.token from a join b on a.token=b.token where password = 'x'" };
  expect(redacted(event)).toEqual(event);
});

it('gives back the very same event when nothing in it is secret', () => {
  const event = { name: 'orders', value: 1 };
  expect(redacted(event)).toBe(event);
});

it.each([
  ['a long word', 'a'.repeat(300_000)],
  ['colons', `://${':'.repeat(300_000)}`],
  ['beginnings of tokens', 'eyJ-'.repeat(75_000)],
  ['question marks', '?a'.repeat(150_000)],
])('reads very much of %s in a time that grows with it and no faster', (_name, text) => {
  const before = performance.now();
  redacted({ password: 'x', text: `https://${text}`, other: text });
  expect(performance.now() - before).toBeLessThan(1_500);
});

import { parseText } from './polyglot';

it('gives a node for each statement, and counts their SELECTs', () => {
  const { statements, selects } = parseText('select a from t; select (select 1)', 'postgresql');
  expect(statements).toHaveLength(2);
  expect(selects).toBe(3);
});

it('says where in characters a name stands', () => {
  const { statements } = parseText("select 'é', größe from t", 'postgresql');
  expect(JSON.stringify(statements)).toContain(
    '"name":"größe","quoted":false,"trailing_comments":[],"span":{"start":12,"end":17',
  );
});

it('says what it could not read and where', () => {
  const { statements, error, line, start, end } = parseText('select a\nfrom from', 'postgresql');
  expect(statements).toBeNull();
  expect(error).toContain('Expected');
  expect({ line, start, end }).toEqual({ line: 2, start: 14, end: 18 });
});

it('is as good as new after any number of refusals', () => {
  for (let round = 0; round < 200; round += 1) parseText('select (((', 'snowflake');
  expect(parseText('select 1', 'snowflake').statements).toHaveLength(1);
});

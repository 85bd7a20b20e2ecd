import fc from 'fast-check';
import { explainSelector } from './explain-selector';
import { parseSelector } from './parse-selector';
import { METHODS, SelectorError, type Selector, type Term } from './selector';
import { writeSelector } from './write-selector';

const steps = fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 1000 }), fc.constant(0));
const value = fc.stringMatching(/^[a-z_*][a-z0-9_.*?-]{0,12}$/);
const term: fc.Arbitrary<Term> = fc
  .record({ method: fc.constantFrom(...METHODS), value, up: steps, down: steps, hasAllParents: fc.boolean() })
  .map((given) => (given.hasAllParents ? { ...given, up: 0, down: 0 } : given))
  .filter((given) => given.method !== 'name' || !given.value.startsWith('--'));
const sets = (minLength: number) =>
  fc.array(fc.array(term, { minLength: 1, maxLength: 3 }), { minLength, maxLength: 5 });
const selector: fc.Arbitrary<Selector> = fc.record({ include: sets(1), exclude: sets(0) });

it('reads back every selector that it can write', () => {
  fc.assert(fc.property(selector, (given) => expect(parseSelector(writeSelector(given))).toEqual(given)));
});

it('either understands a text or names a place within it', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60, unit: fc.constantFrom(...'ab+@,: 1*-.tag'.split('')) }), (text) => {
      try {
        expect(parseSelector(text).include.length).toBeGreaterThan(0);
      } catch (error) {
        if (!(error instanceof SelectorError)) throw error;
        expect(error.start).toBeGreaterThanOrEqual(0);
        expect(error.end).toBeGreaterThanOrEqual(error.start);
        expect(error.start).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

it.each([
  ['fct_orders', 'fct_orders'],
  ['+fct_orders+', 'fct_orders with everything upstream and everything downstream'],
  ['2+x+3', 'x with 2 steps upstream and 3 steps downstream'],
  ['@x', 'x with everything downstream and all that feeds it'],
  ['a b', 'a, or b'],
  [
    '+fct_orders+1,tag:nightly',
    'both (fct_orders with everything upstream and 1 step downstream) and (tagged nightly)',
  ],
  ['resource_type:view --exclude stg_* tag:old', 'of type view; without stg_* and without tagged old'],
])('%s means: %s', (text, words) => {
  expect(explainSelector(parseSelector(text))).toBe(words);
});

it.each([
  ['', 0, 0, 'selects nothing: write a name, or tag:nightly'],
  ['a +', 2, 3, 'has no name or value here'],
  ['a,,b', 2, 3, 'has no name or value here'],
  ['x colour:red', 2, 8, `colour: is no method; there are ${METHODS.join(', ')}`],
  ['state:modified+', 0, 5, 'state: compares two manifests: `tributary gate dbt` does that'],
  ['a tag:', 2, 6, 'tag: needs a value'],
  ['@x+', 0, 3, '@ already means everything upstream and downstream: it takes no +'],
  ['a+b', 0, 3, 'has a + or @ in the middle of a name'],
  ['a --exclude', 2, 11, 'says what to leave out after it'],
  ['x+5000', 2, 6, 'goes further than 1000 steps'],
])('refuses %j at its mistake', (text, start, end, message) => {
  let refusal: unknown;
  try {
    parseSelector(text);
  } catch (error) {
    refusal = error;
  }
  expect(refusal).toMatchObject({ start, end, message });
});

import fc from 'fast-check';
import { parseSide, parseStep, writeSide, writeStep } from './step-text';
import type { Expansion } from './view';

const id = fc.uuid();
const step: fc.Arbitrary<Expansion> = fc.record({
  side: fc.constantFrom('up', 'down'),
  id,
  count: fc.oneof(fc.constantFrom(0, 10, 20, 500), fc.constant('all' as const)),
  picks: fc.array(id, { maxLength: 3 }),
});

it('a step survives the address', () => {
  fc.assert(fc.property(step, (each) => expect(parseStep(writeStep(each))).toEqual(each)));
});

it('a closed side survives the address', () => {
  fc.assert(
    fc.property(step, ({ side, id: node }) =>
      expect(parseSide(writeSide({ side, id: node }))).toEqual({ side, id: node }),
    ),
  );
});

it.each(['', 'x:1', 'd:', 'd:a b', 'd:a:many', 'd:a:1234', 'd:a+<b>'])('what is not a step is ignored: %s', (text) => {
  expect(parseStep(text)).toBeNull();
});

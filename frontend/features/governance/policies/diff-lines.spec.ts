import fc from 'fast-check';
import { diffLines } from './diff-lines';

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'));

it('contains both texts, each in its order', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
      expect([without('added').join('\n'), without('removed').join('\n')]).toEqual([before, after]);
    }),
  );
});

it('finds nothing changed in a text and itself', () => {
  fc.assert(fc.property(text, (same) => diffLines(same, same).every(({ kind }) => kind === 'same')));
});

it('says what was taken out before what was put in', () => {
  expect(diffLines('mode: warn\nend', 'mode: enforce\nend').map(({ kind }) => kind)).toEqual([
    'removed',
    'added',
    'same',
  ]);
});

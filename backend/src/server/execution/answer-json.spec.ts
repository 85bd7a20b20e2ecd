import fc from 'fast-check';
import { AnswerJson } from './answer-json';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constantFrom('"', '\\', '\u0000', '\ud800', '漢字🎉', 'a'.repeat(127), 'ü'.repeat(127), 'x'.repeat(70_000)),
);

describe('an answer in bytes', () => {
  it('is the JSON of its strings, over all its pieces and in order, whenever its holes are filled', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, fc.boolean()), { maxLength: 40 }), (values) => {
        const json = new AnswerJson();
        const late: (() => void)[] = [];
        json.add('[');
        values.forEach(([value, isLate], place) => {
          if (place > 0) json.add(',');
          const here = isLate ? json.hole() : json;
          if (isLate) late.unshift(() => here.addString(value));
          else here.addString(value);
        });
        json.add(']');
        for (const fill of late) fill();
        expect(json.toBuffer().toString()).toBe(JSON.stringify(values.map(([value]) => value)));
      }),
    );
  });
});

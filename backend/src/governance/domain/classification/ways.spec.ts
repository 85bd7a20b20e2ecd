import { originsOf, type Way } from './ways';

const ways = (text: string): Way[] =>
  text.split(' ').map((edge) => {
    const [from = '', to = ''] = edge.replace('#', '').split('>');
    return { from, to, effect: edge.endsWith('#') ? 'PSEUDONYMISE' : 'KEEP' };
  });

it('gives for each origin its shortest way and the number of others', () => {
  const found = originsOf('9', ways('1>2 2>9 1>3 3>4 4>9 5>4# 9>1 6>7'), new Set(['1', '5', '6', '9']));
  expect(found).toEqual([
    { columnId: '1', path: ['1', '2', '9'], otherPaths: 1, isPseudonymised: false },
    { columnId: '5', path: ['5', '4', '9'], otherPaths: 0, isPseudonymised: true },
  ]);
});

it('counts no further than 99 others, however many there are', () => {
  const ladder = Array.from({ length: 12 }, (_, step) => {
    const [here, left, right, next] = [step * 3, step * 3 + 1, step * 3 + 2, step * 3 + 3];
    return `${here}>${left} ${here}>${right} ${left}>${next} ${right}>${next}`;
  }).join(' ');
  expect(originsOf('30', ways(ladder), new Set(['12', '0']))).toMatchObject([
    { columnId: '12', otherPaths: 63 },
    { columnId: '0' },
  ]);
  expect(originsOf('30', ways(ladder), new Set(['0']))[0]?.otherPaths).toBe(99);
});

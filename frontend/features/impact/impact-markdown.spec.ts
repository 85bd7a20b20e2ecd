import { impactMarkdown } from './impact-markdown';

const row = (changeClass: 'BREAKING' | 'SAFE', displayName: string, column: string | null, owner: string | null) => ({
  changeClass,
  distance: 1,
  reason: 'Its value comes from what is dropped.',
  column,
  asset: { displayName, name: `shop.${displayName}`, owner },
});

it('writes the change, its counts and what breaks, with owners', () => {
  const text = impactMarkdown(
    'drop of `orders.city`',
    [
      { value: 'BREAKING', count: 1 },
      { value: 'SAFE', count: 4 },
    ],
    [row('BREAKING', 'report|1', 'city', 'ana'), row('SAFE', 'other', null, null)],
  );
  expect(text).toBe(
    [
      '**Impact of the drop of `orders.city`**: 1 breaking, 4 safe',
      '',
      '| what | hops | owner | why |',
      '|---|---|---|---|',
      '| `report\\|1.city` | 1 | ana | Its value comes from what is dropped. |',
    ].join('\n'),
  );
});

import { paletteEntries } from './palette-entries';

type Suggestion = Parameters<typeof paletteEntries>[1][number];

function suggested(name: string, ...matched: [field: string, snippet: string][]): Suggestion {
  const displayName = name.split('.').at(-1) ?? name;
  return {
    asset: { id: name, type: 'TABLE', namespace: 'postgres://db', name, displayName },
    matched: matched.map(([field, snippet]) => ({ field, snippet })),
  };
}

const labels = (text: string, ...found: Suggestion[]): string[] =>
  paletteEntries(text, found, []).map(({ label }) => label);

it('leads to an asset by its name, whatever its columns are called', () => {
  const orders = suggested('shop.orders', ['name', 'orders'], ['column', 'order_id']);
  expect(labels('orders', orders)[0]).toBe('orders');
  expect(labels(': order', orders)[0]).toBe('orders.order_id');
});

it('leads to a column when that is where the text is', () => {
  const refunds = suggested('pay.refunds', ['name', 'refunds'], ['column', 'refunded_amount']);
  expect(labels('refunded_am', refunds)[0]).toBe('refunds.refunded_amount');
  expect(labels('mail', suggested('shop.people', ['column', 'email']))[0]).toBe('people.email');
});

import { highlight, highlightExcerpt, matcherOf } from './highlight';

const shown = (text: string | null): string | null => text?.replaceAll('\uE000', '[').replaceAll('\uE001', ']') ?? null;
const ORDERS = matcherOf(['orders'], ['order']);

describe('highlighting', () => {
  it.each([
    ['stg_orders', 'stg_[orders]'],
    ['customerOrders', 'customer[Orders]'],
    ['shop.ORDERS-v2', 'shop.[ORDERS]-v2'],
    ['Reordered', null],
    ['<b>orders</b>', '<b>[orders]</b>'],
    ['fake \uE000mark\uE001 order', 'fake mark [order]'],
  ])('%s becomes %s', (text, expected) => expect(shown(highlight(text, ORDERS))).toBe(expected));

  it('takes the last word as a beginning, and knows stems that spelling changes', () => {
    expect(shown(highlight('delivery_id', matcherOf(['deliveries'], ['deliveri'])))).toBe('[delivery]_id');
    expect(shown(highlight('customer_email', matcherOf(['ema'], ['ema'])))).toBe('customer_[email]');
  });

  it('cuts a long text around the first match', () => {
    const text = `${'Lorem ipsum '.repeat(30)}orders ${'dolor sit '.repeat(30)}`;
    const excerpt = shown(highlightExcerpt(text, ORDERS)) ?? '';
    expect(excerpt).toMatch(/^….*\[orders\].*…$/);
    expect(excerpt.length).toBeLessThan(200);
    expect(highlightExcerpt('nothing here', ORDERS)).toBeNull();
  });
});

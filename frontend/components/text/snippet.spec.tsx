import { render } from '@testing-library/react';
import { plainSnippet, Snippet } from './snippet';

it('marks what matched and nothing else', () => {
  const { container } = render(<Snippet text={'one \uE000order\uE001 per \uE000order\uE001 line'} />);
  expect(container.innerHTML).toBe('one <mark>order</mark> per <mark>order</mark> line');
});

it('shows markup as the text it is', () => {
  const { container } = render(<Snippet text={'<img src=x> \uE000<b>\uE001'} />);
  expect(container.innerHTML).toBe('&lt;img src=x&gt; <mark>&lt;b&gt;</mark>');
});

it('gives the text without marks', () => {
  expect(plainSnippet('\uE000customer\uE001_id')).toBe('customer_id');
});

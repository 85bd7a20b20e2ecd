import { returnPath } from './return-path';

it('keeps a path of this app, with its query', () => {
  expect(returnPath('/search?q=orders&sort=name#x')).toBe('/search?q=orders&sort=name#x');
});

it.each([
  undefined,
  '',
  'search',
  '//evil.example',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/\r\nSet-Cookie: a',
  '/\t/evil.example',
  '/sign-in?next=/',
])('goes home instead of to %j', (wanted) => {
  expect(returnPath(wanted)).toBe('/');
});

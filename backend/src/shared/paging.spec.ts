import { checkFirst, decodeCursor, encodeCursor } from './paging';

describe('paging', () => {
  it('gives back the position that a cursor was made of', () => {
    expect(decodeCursor(encodeCursor('9223372036854775807'))).toBe('9223372036854775807');
  });

  it('starts at the first page without a cursor', () => {
    expect([decodeCursor(null), decodeCursor(undefined), encodeCursor(null)]).toEqual([null, null, null]);
  });

  it.each(['x', '', 'cDotMQ', 'p:1'])('refuses %j as a cursor', (cursor) => {
    expect(() => decodeCursor(cursor)).toThrow('not a cursor of this list');
  });

  it.each([0, -1, 101, 99999999, 1.5])('refuses a page of %d', (first) => {
    expect(() => checkFirst(first)).toThrow('is not between 1 and 100');
  });
});

import fc from 'fast-check';
import { assetHref, decodeIdentity, encodeIdentity } from './asset-href';

it('keeps colons and dots readable and hides what a path may not hold', () => {
  expect(encodeIdentity('postgres://db.internal:5432', 'shop.marts.fct_orders')).toBe(
    'postgres:%2F%2Fdb.internal:5432;shop.marts.fct_orders',
  );
});

it('gives back any pair of namespace and name', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 40 });
  fc.assert(
    fc.property(text, text, (namespace, name) => {
      expect(decodeIdentity(encodeIdentity(namespace, name))).toEqual({ namespace, name });
    }),
  );
});

it('never leaves its one path segment', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (namespace, name) => {
      expect(encodeIdentity(namespace, name)).not.toMatch(/[/?#\s"<>]/);
    }),
  );
});

it('has no pair for an address that was not made here', () => {
  expect(decodeIdentity('%')).toBeNull();
  expect(decodeIdentity('fct_orders')).toBeNull();
});

it('falls back to the id where the address would be too long to travel', () => {
  const asset = { id: '0198', type: 'TABLE' as const, namespace: 's3://lake', name: '🗻'.repeat(1000) };
  expect(assetHref(asset, 'tab=columns')).toBe('/assets/id/0198?tab=columns');
});

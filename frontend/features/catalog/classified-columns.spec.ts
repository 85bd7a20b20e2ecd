import { strictestFirst } from './classified-columns';

it('names the classified columns, strictest first and else in their order', () => {
  const said = (level: 'INTERNAL' | 'RESTRICTED' | null, ...categories: string[]) => ({
    ...{ level, categories, derived: false },
  });
  const columns = [
    { name: 'id', classification: null },
    { name: 'note', classification: said('INTERNAL') },
    { name: 'email', classification: said('RESTRICTED', 'PII') },
    { name: 'iban', classification: said('RESTRICTED', 'PII', 'PCI') },
    { name: 'tagged', classification: said(null, 'PII') },
    { name: 'memo', classification: said('INTERNAL') },
  ];
  expect(strictestFirst(columns).map(({ name }) => name)).toEqual(['iban', 'email', 'note', 'memo', 'tagged']);
});

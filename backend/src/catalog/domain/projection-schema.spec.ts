import { diffSchema, type SchemaColumn } from './projection-schema';

const fold = (path: string): string => path.toLowerCase();
const column = (path: string, type: string | null = null, nullable: boolean | null = null): SchemaColumn => ({
  path,
  type,
  nullable,
});

describe('the difference between two schemas', () => {
  it('is none for another order, another case and another spelling of a type', () => {
    const before = [column('id', 'INT4'), column('name', 'character varying(10)')];
    expect(diffSchema(before, [column('NAME', 'varchar(10)'), column('ID', 'integer')], fold)).toBeNull();
  });

  it('names what came, went and changed, and breaks where a reader may fail', () => {
    const before = [column('id', 'int'), column('gone', 'text'), column('total', 'int')];
    expect(diffSchema(before, [column('id', 'int'), column('total', 'bigint'), column('fresh')], fold)).toEqual({
      added: ['fresh'],
      removed: ['gone'],
      retyped: [{ name: 'total', before: 'int', after: 'bigint' }],
      isBreaking: true,
    });
  });

  it.each([
    ['a type becomes known', column('id'), column('id', 'int'), false],
    ['a column comes', null, column('id'), false],
    ['a column must no longer be null', column('id', 'int', true), column('id', 'int', false), false],
    ['a column may now be null', column('id', 'int', false), column('id', 'int', true), true],
    ['a type shrinks', column('id', 'varchar(20)'), column('id', 'varchar(10)'), true],
  ])('when %s', (_, before, after, isBreaking) => {
    expect(diffSchema(before === null ? [] : [before], [after], fold)?.isBreaking).toBe(isBreaking);
  });
});

import { classifyInput } from './classify-input';

function form(entries: readonly (readonly [string, string])[]): FormData {
  const fields = new FormData();
  for (const [name, value] of entries) fields.append(name, value);
  return fields;
}

it('takes level, ticked and written categories and the reason, each category once', () => {
  const fields = form([
    ['level', 'RESTRICTED'],
    ['category', 'PII'],
    ['category', 'PHI'],
    ['others', ' salary, PII ,'],
    ['reason', '  Holds pay slips '],
  ]);
  expect(classifyInput(fields)).toEqual({
    level: 'RESTRICTED',
    categories: ['PII', 'PHI', 'salary'],
    reason: 'Holds pay slips',
  });
});

it('says nothing when nothing is chosen: that takes the own word back', () => {
  expect(
    classifyInput(
      form([
        ['level', ''],
        ['reason', 'was wrong'],
      ]),
    ),
  ).toEqual({
    level: null,
    categories: [],
    reason: 'was wrong',
  });
  expect(classifyInput(form([['level', 'SECRET']])).level).toBeNull();
});

it('stands instead of everything else only where that is ticked', () => {
  expect(classifyInput(form([['level', 'PUBLIC']])).exact).toBeUndefined();
  const ticked = form([
    ['level', 'PUBLIC'],
    ['exact', 'yes'],
  ]);
  expect(classifyInput(ticked).exact).toBe(true);
});

import { csvLine } from './csv';

it.each([
  [['orders', 3, null], 'orders,3,\r\n'],
  [['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"\r\n'],
  [['=HYPERLINK("x")', '+1', '-1', '@x', -1], '"\'=HYPERLINK(""x"")",\'+1,\'-1,\'@x,-1\r\n'],
])('writes %j so that no reader breaks it or runs it', (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});

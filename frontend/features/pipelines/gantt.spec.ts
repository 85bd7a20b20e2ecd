import fc from 'fast-check';
import { changed, criticalPath, ganttRows, readZoom, writeZoom, type Span } from './gantt';

const span = (id: string, start: number, end: number | null, parentId: string | null = 'root'): Span => ({
  id,
  parentId,
  job: id,
  start,
  end,
});

describe('the critical path', () => {
  it('goes back along what was waited for, not along what merely ended before', () => {
    const spans = [span('extract', 0, 50), span('other', 0, 58), span('load', 60, 90)];
    expect([...criticalPath(spans, [{ from: 'extract', to: 'load' }])]).toEqual(['load', 'extract']);
  });

  it('takes what ended last before, where nothing is said', () => {
    expect([...criticalPath([span('a', 0, 50), span('b', 0, 58), span('c', 60, 90)], [])]).toEqual(['c', 'b']);
  });

  it('ends at what still runs, and goes down into the parts of what is on it', () => {
    const spans = [span('a', 0, 10), span('b', 11, null), span('b1', 12, 20, 'b'), span('b2', 21, null, 'b')];
    const rows = ganttRows(spans, 'root', []);
    expect(rows.map(({ span: { id }, depth, isCritical }) => [id, depth, isCritical])).toEqual([
      ['a', 0, true],
      ['b', 0, true],
      ['b1', 1, true],
      ['b2', 1, true],
    ]);
  });
});

it('shows since when a run could have begun', () => {
  const rows = ganttRows([span('a', 0, 10), span('b', 25, 30)], 'root', [{ from: 'a', to: 'b' }]);
  expect(rows.map(({ readyAt }) => readyAt)).toEqual([0, 10]);
});

it('draws every run once, whatever parents are said', () => {
  const parents = fc.array(fc.constantFrom('root', 'r0', 'r1', 'r2', 'r3', 'gone'), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parents, (chosen) => {
      const spans = chosen.map((parent, index) => span(`r${String(index)}`, index, index + 2, parent));
      const drawn = ganttRows(spans, 'root', []).map((row) => row.span.id);
      expect(new Set(drawn).size).toBe(drawn.length);
    }),
  );
});

describe('the zoom', () => {
  const whole = { from: 1_000_000, to: 1_600_000 };

  it('is read in seconds after the start, and is all of it when it makes no sense', () => {
    expect(readZoom('60-180', whole)).toEqual({ from: 1_060_000, to: 1_180_000 });
    expect(['9-3', 'x', '7000-8000', null].map((z) => readZoom(z, whole))).toEqual([whole, whole, whole, whole]);
  });

  it('stays inside, and is left out when it shows everything', () => {
    expect(writeZoom(changed(whole, whole, 0.5, 0), whole)).toBe('150-450');
    expect(writeZoom(changed({ from: 1_000_000, to: 1_100_000 }, whole, 1, -0.5), whole)).toBe('0-100');
    expect(writeZoom(changed({ from: 1_000_000, to: 1_400_000 }, whole, 2, 0), whole)).toBeNull();
  });
});

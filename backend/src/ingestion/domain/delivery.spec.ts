import { retryDelaySeconds, sumCounts, unchangedReport, type IngestionReport } from './delivery';

const report = (said: Partial<IngestionReport>): IngestionReport => ({
  ...sumCounts([]),
  source: 'dbt project shop',
  durationMs: 1,
  ...said,
});

describe('a delivery', () => {
  it('waits longer after each failed attempt, five minutes at most', () => {
    expect([1, 2, 3, 4, 5, 9].map(retryDelaySeconds)).toEqual([1, 4, 16, 64, 256, 300]);
  });

  it('adds up what its patches did', () => {
    expect(sumCounts([report({ created: 2, edges: 3 }), report({ created: 1, refused: 4 })])).toMatchObject({
      created: 3,
      edges: 3,
      refused: 4,
      matched: 0,
    });
  });

  it('that repeats the last one reports everything as unchanged and nothing as written', () => {
    expect(unchangedReport(report({ created: 2, changed: 1, unchanged: 5, edges: 7, rowsWritten: 40 }), 12)).toEqual(
      report({ unchanged: 8, durationMs: 12 }),
    );
  });
});

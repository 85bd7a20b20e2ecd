'use client';

import { showToast } from '../../components/shell/toasts';
import { shownLabel } from './graph/describe';
import type { GraphFilter, View } from './graph/view';
import { saveFile, saveText, svgToPng } from './save-file';
import type { ExportKind } from './toolbar/export-menu';
import type { Explorer } from './use-explorer';

/** Takes away what the explorer shows, as a file named after the focus. */
export function useExport(explorer: Explorer): (kind: ExportKind) => void {
  return (kind) => {
    save(explorer, kind).catch((error: unknown) =>
      showToast({ message: error instanceof Error ? error.message : 'The export failed', tone: 'failed' }),
    );
  };
}

async function save(explorer: Explorer, kind: ExportKind): Promise<void> {
  const { graph, view, nameOf } = explorer;
  const name = `lineage-${nameOf(graph.focus)
    .replace(/[^\w.-]+/g, '_')
    .slice(0, 80)}`;
  // What writes files arrives when somebody wants one.
  const { edgesCsv, graphJson, nodesCsv } = await import('./graph/export-data');
  if (kind === 'csv-nodes') saveText(`${name}-assets.csv`, 'text/csv', nodesCsv(graph));
  else if (kind === 'csv-edges') saveText(`${name}-edges.csv`, 'text/csv', edgesCsv(graph));
  else if (kind === 'json') saveText(`${name}.json`, 'application/json', graphJson(graph, view.at));
  else if (kind === 'svg') saveText(`${name}.svg`, 'image/svg+xml', await pictureOf(explorer));
  else saveFile(`${name}.png`, await svgToPng(await pictureOf(explorer)));
}

async function pictureOf({ graph, view, params, step, legend, hueOf, nameOf }: Explorer): Promise<string> {
  const { EXPORT_THEMES, exportSvg } = await import('./graph/export-svg');
  const scheme = document.documentElement.dataset['mantineColorScheme'] === 'dark' ? 'dark' : 'light';
  return exportSvg({
    drawing: step.drawing,
    title: `Lineage of ${nameOf(graph.focus)}`,
    subtitle: [
      shownLabel(graph.counts, view.level === 'column' ? ' columns' : ''),
      `${String(view.up)} up, ${String(view.down)} down`,
      ...filterWords(view.filter),
    ].join(' · '),
    asOf: asOfWords(view),
    lens: params.lens,
    legend,
    hueOf,
    theme: EXPORT_THEMES[scheme],
  });
}

function asOfWords({ at, diff }: View): string {
  const words = (moment: string | null): string =>
    `${(moment ?? new Date().toISOString()).slice(0, 16).replace('T', ' ')} UTC`;
  return diff ? `${words(diff.from)} compared with ${words(diff.to)}` : `as of ${words(at)}`;
}

function filterWords(filter: GraphFilter): string[] {
  return Object.entries(filter).flatMap(([key, values]: [string, readonly string[]]) =>
    values.length > 0 ? [`${key}: ${values.join(', ')}`] : [],
  );
}

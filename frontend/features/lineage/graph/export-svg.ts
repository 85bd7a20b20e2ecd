import { count } from '../../../components/text/numbers';
import { familyOf, TYPE_ICONS } from './asset-type';
import { boundsOf } from './camera';
import { pathLabel } from './describe';
import { bundleWidth, DASHES, edgeLabel } from './edge-kind';
import type { Rows } from './group';
import { CARD_HEIGHT, CARD_WIDTH, type Frame, type Point } from './layout/layout-types';
import type { Hue, LegendEntry } from './lens';
import { middleOf, nearEnd, pathOf } from './routes';
import type { Drawing, PlacedNode, RoutedEdge } from './viewport';

export interface ExportTheme {
  readonly scheme: 'light' | 'dark';
  readonly ground: string;
  readonly card: string;
  readonly border: string;
  readonly text: string;
  readonly muted: string;
  readonly edge: string;
  readonly accent: string;
  readonly added: string;
  readonly removed: string;
  readonly changed: string;
}

export const EXPORT_THEMES: Readonly<Record<'light' | 'dark', ExportTheme>> = {
  light: {
    scheme: 'light',
    ground: '#FFFFFF',
    card: '#FFFFFF',
    border: '#D0D5DD',
    text: '#0B1220',
    muted: '#475467',
    edge: '#7A8599',
    accent: '#3451D1',
    added: '#15AA5F',
    removed: '#7D1E1A',
    changed: '#896B2B',
  },
  dark: {
    scheme: 'dark',
    ground: '#0B1120',
    card: '#182234',
    border: '#2C3A50',
    text: '#E6EAF2',
    muted: '#A5B0C2',
    edge: '#64748B',
    accent: '#8EA2FF',
    added: '#8EF4CE',
    removed: '#ED8271',
    changed: '#FDC453',
  },
};

export interface ExportRequest {
  readonly drawing: Drawing;
  readonly title: string;
  /** Filters, counts and the like, one line. */
  readonly subtitle: string;
  readonly asOf: string;
  readonly lens: string;
  readonly legend: readonly LegendEntry[];
  readonly hueOf: (id: string) => Hue;
  readonly theme: ExportTheme;
}

const MARGIN = 32;
const HEADER = 84;
const LEGEND_ROW = 22;
const FONT = 'Inter, Inter Variable, Segoe UI, Helvetica, Arial, sans-serif';

/** A vector picture of everything drawn, with title, moment and legend; text stays text. From the model, not the screen. */
export function exportSvg(request: ExportRequest): string {
  const { drawing, theme } = request;
  const bounds = boundsOf(drawing.layout);
  const left = bounds.left - MARGIN;
  const top = bounds.top - MARGIN - HEADER;
  const width = Math.max(560, bounds.right - bounds.left + 2 * MARGIN);
  const height = bounds.bottom + MARGIN + LEGEND_ROW * 2 - top;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="${n(left)} ${n(top)} ${n(width)} ${n(height)}" font-family="${FONT}">`,
    `<title>${escape(request.title)}</title>`,
    `<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 .5 7.5 4 0 7.5z" fill="${theme.edge}"/></marker></defs>`,
    `<rect x="${n(left)}" y="${n(top)}" width="${n(width)}" height="${n(height)}" fill="${theme.ground}"/>`,
    header(request, left + MARGIN, top + MARGIN),
    ...drawing.layout.frames.map((frame) => frameOf(frame, theme)),
    ...drawing.edges.map((edge) => edgeOf(edge, theme)),
    ...drawing.nodes.map((node) => nodeOf(node, request)),
    legendOf(request, left + MARGIN, bounds.bottom + MARGIN),
    '</svg>',
  ].join('\n');
}

const n = (value: number): string => String(Math.round(value * 10) / 10);

function escape(text: string): string {
  // XML has no place for most control characters, not even escaped.
  // oxlint-disable-next-line no-control-regex -- these are the very characters to take out
  const legal = text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
  return legal.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function text(x: number, y: number, content: string, style: string): string {
  return `<text x="${n(x)}" y="${n(y)}" ${style}>${escape(content)}</text>`;
}

function header({ title, subtitle, asOf, theme }: ExportRequest, x: number, y: number): string {
  return [
    text(x, y + 18, title, `font-size="18" font-weight="600" fill="${theme.text}"`),
    text(x, y + 38, subtitle, `font-size="12" fill="${theme.muted}"`),
    text(x, y + 56, asOf, `font-size="12" fill="${theme.muted}"`),
  ].join('');
}

function frameOf({ kind, label, members, left, top, right, bottom }: Frame, theme: ExportTheme): string {
  const title = kind === 'cycle' ? `cycle (${String(members.length)})` : `${label} · ${String(members.length)}`;
  const dash = kind === 'cycle' ? ' stroke-dasharray="6 4"' : '';
  return [
    `<rect x="${n(left)}" y="${n(top)}" width="${n(right - left)}" height="${n(bottom - top)}" rx="10" fill="none" stroke="${theme.edge}"${dash}/>`,
    text(left + 12, top + 22, title, `font-size="12" font-weight="600" fill="${theme.muted}"`),
  ].join('');
}

function strokeOf({ difference }: RoutedEdge['edge'], theme: ExportTheme): string {
  if (difference === undefined || difference === 'UNCHANGED') return theme.edge;
  return { ADDED: theme.added, REMOVED: theme.removed, CHANGED: theme.changed }[difference];
}

function edgeOf({ edge, route }: RoutedEdge, theme: ExportTheme): string {
  const stroke = strokeOf(edge, theme);
  const dash = DASHES[edge.look].length > 0 ? ` stroke-dasharray="${DASHES[edge.look].join(' ')}"` : '';
  const arrow = edge.look === 'more' ? '' : ' marker-end="url(#arrow)"';
  const width = edge.look === 'more' ? 1.5 : bundleWidth(edge.bundle);
  const label = edge.look === 'more' ? '' : edgeLabel(edge);
  const words = (at: Point, said: string): string =>
    said ? text(at.x, at.y - 4, said, `font-size="11" text-anchor="middle" fill="${theme.muted}"`) : '';
  return `<path d="${pathOf(route)}" fill="none" stroke="${stroke}" stroke-width="${n(width)}"${dash}${arrow}/>${words(middleOf(route), label)}${words(nearEnd(route), edge.how)}`;
}

function nodeOf({ node, place }: PlacedNode, request: ExportRequest): string {
  const { theme, hueOf, drawing } = request;
  const x = place.x - CARD_WIDTH / 2;
  const y = place.y - place.height / 2;
  const isFocus = node.id === drawing.picture.focus;
  const stroke = isFocus ? `stroke="${theme.accent}" stroke-width="2"` : `stroke="${theme.border}"`;
  const isFaint = node.kind === 'more' || (node.kind === 'asset' && node.node.asset.status !== 'ACTIVE');
  const box = `<rect x="${n(x)}" y="${n(y)}" width="${String(CARD_WIDTH)}" height="${n(place.height)}" rx="6" fill="${theme.card}" ${stroke}${isFaint ? ' stroke-dasharray="4 3"' : ''}/>`;
  const name = `font-size="13" font-weight="600" fill="${theme.text}"`;
  if (node.kind === 'more') return box + text(x + 16, place.y + 4, `${count(node.more.count)} more`, name);
  if (node.kind === 'group') {
    const { label, members } = node.members;
    return box + text(x + 16, place.y + 4, `${clip(label, 22)} · ${count(members.length)}`, name);
  }
  const { asset } = node.node;
  const head = place.y + (CARD_HEIGHT - place.height) / 2;
  return [
    box,
    `<path d="M${n(x + 2)} ${n(y + 4)}v${n(place.height - 8)}" stroke="${hueOf(node.id)[theme.scheme]}" stroke-width="4"/>`,
    `<path transform="translate(${n(x + 14)} ${n(head - 20)})" d="${TYPE_ICONS[familyOf(asset.type)]}" fill="none" stroke="${theme.muted}" stroke-width="1.25"/>`,
    text(x + 38, head - 7, clip(asset.displayName, 26), name),
    text(x + 38, head + 13, clip(pathLabel(asset), 32), `font-size="11.5" fill="${theme.muted}"`),
    ...rowsOf(node.rows, { x, y: place.y }, theme),
  ].join('');
}

/** The columns of a card, each at its height, and how many are not drawn. */
function rowsOf(rows: Rows | null, { x, y }: Point, theme: ExportTheme): string[] {
  if (!rows) return [];
  const small = `font-size="12" fill="${theme.text}"`;
  const faint = `font-size="11" fill="${theme.muted}"`;
  const lines = rows.shown.map(({ node, y: at }) => {
    const { name = '', type = null } = node.column ?? {};
    const typed = type ? text(x + CARD_WIDTH - 12, y + at + 4, clip(type, 12), `${faint} text-anchor="end"`) : '';
    return text(x + 16, y + at + 4, clip(name, 24), small) + typed;
  });
  const folded = rows.folded
    ? [text(x + 16, y + rows.folded.y + 4, `${String(rows.folded.count)} more on the way`, faint)]
    : [];
  return [...lines, ...folded];
}

function legendOf({ legend, lens, theme }: ExportRequest, x: number, y: number): string {
  let at = x + 8 + lens.length * 7;
  const entries = legend.map((entry) => {
    const words = `${entry.label} ${count(entry.count)}`;
    const drawn = `<rect x="${n(at)}" y="${n(y + 3)}" width="4" height="13" fill="${entry.hue[theme.scheme]}"/>${text(at + 10, y + 14, words, `font-size="12" fill="${theme.muted}"`)}`;
    at += 26 + words.length * 7;
    return drawn;
  });
  return text(x, y + 14, lens, `font-size="12" font-weight="600" fill="${theme.text}"`) + entries.join('');
}

/** Cut in characters: a vector picture cannot measure its text. */
function clip(content: string, most: number): string {
  const letters = Array.from(content);
  return letters.length <= most ? content : `${letters.slice(0, most - 1).join('')}…`;
}

import Link from 'next/link';
import type { CSSProperties, ReactNode } from 'react';
import styles from './chip.module.css';

interface Glyph {
  readonly sign: string;
  readonly color: string;
}

interface ChipProps {
  readonly children: ReactNode;
  /** A coloured bar before the words; the words alone must say it too. */
  readonly bar?: string | undefined;
  /** A coloured sign before the words. */
  readonly glyph?: Glyph | undefined;
  readonly href?: string;
  readonly title?: string | undefined;
}

/** A small fact: neutral words on a neutral ground, colour only in the sign. */
export function Chip({ children, bar, glyph, href, title }: ChipProps) {
  const inside = (
    <>
      {bar && <span className={styles['bar']} style={{ background: bar }} />}
      {glyph && (
        <span className={styles['glyph']} style={{ color: glyph.color }} aria-hidden="true">
          {glyph.sign}
        </span>
      )}
      <span className={styles['text']}>{children}</span>
    </>
  );
  if (href === undefined)
    return (
      <span className={styles['chip']} title={title}>
        {inside}
      </span>
    );
  return (
    <Link href={href} prefetch={false} className={styles['chip']} title={title}>
      {inside}
    </Link>
  );
}

const LAYERS = new Set(['source', 'staging', 'intermediate', 'mart', 'bi', 'ml']);

/** The colour of a layer, as a token; neutral for layers that have none. */
export function layerColor(layer: string | null): string {
  return layer !== null && LAYERS.has(layer) ? `var(--t-layer-${layer})` : 'var(--t-status-unknown)';
}

/** Where in the flow an asset sits: source, staging, … */
export function LayerChip({ layer, href }: { readonly layer: string; readonly href?: string }) {
  return (
    <Chip bar={layerColor(layer)} {...(href !== undefined && { href })} title={`Layer: ${layer}`}>
      {layer}
    </Chip>
  );
}

export function TagChip({ tag }: { readonly tag: string }) {
  return (
    <Chip href={`/search?q=${encodeURIComponent(`tag:${quoted(tag)}`)}`} title={`Tag: ${tag}`}>
      <Hash />
      {tag}
    </Chip>
  );
}

function Hash() {
  return <span className={styles['note']}>#</span>;
}

function quoted(value: string): string {
  return /[\s,"()]/.test(value) ? `"${value.replaceAll('"', '')}"` : value;
}

/** A dot of a status colour, for beside words that say the same. */
export function StatusDot({ status }: { readonly status: 'pass' | 'warn' | 'fail' | 'info' | 'unknown' }) {
  const style: CSSProperties = {
    width: 8,
    height: 8,
    borderRadius: '50%',
    flex: 'none',
    display: 'inline-block',
    background: `var(--t-status-${status})`,
  };
  return <span style={style} aria-hidden="true" />;
}

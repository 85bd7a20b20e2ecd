'use client';

import { DASHES, bundleWidth, edgeLabel } from '../graph/edge-kind';
import { middleOf, nearEnd, pathOf } from '../graph/routes';
import type { Point } from '../graph/layout/layout-types';
import type { RoutedEdge } from '../graph/viewport';
import styles from './stage.module.css';

/** Edges as vectors: the first paint, before the canvas takes over, and for good when it cannot come. */
export function EdgeLayer({ edges }: { readonly edges: readonly RoutedEdge[] }) {
  return (
    <svg className={styles['edges']} width="1" height="1" aria-hidden="true" focusable="false" data-testid="edge-layer">
      <defs>
        <marker
          id="lineage-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path d="M0 0.5 7.5 4 0 7.5z" fill="var(--t-edge)" />
        </marker>
      </defs>
      {edges.map((routed) => (
        <Edge key={routed.edge.id} routed={routed} />
      ))}
    </svg>
  );
}

function Edge({ routed: { edge, route } }: { readonly routed: RoutedEdge }) {
  const label = edge.look === 'more' ? '' : edgeLabel(edge);
  return (
    <g data-edge={edge.id} data-look={edge.look} data-difference={edge.difference}>
      <path
        d={pathOf(route)}
        strokeWidth={edge.look === 'more' ? 1.5 : bundleWidth(edge.bundle)}
        strokeDasharray={DASHES[edge.look].join(' ') || undefined}
        markerEnd={edge.look === 'more' ? undefined : 'url(#lineage-arrow)'}
        opacity={edge.look === 'more' ? 0.6 : 0.9}
      />
      {label && <Words at={middleOf(route)} words={label} />}
      {edge.how && <Words at={nearEnd(route)} words={edge.how} />}
    </g>
  );
}

function Words({ at, words }: { readonly at: Point; readonly words: string }) {
  return (
    <text x={at.x} y={at.y} dy="0.35em">
      {words}
    </text>
  );
}

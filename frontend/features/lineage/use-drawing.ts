'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Picture } from './graph/group';
import { layoutRequestOf } from './graph/layout-request';
import { layoutGraph } from './graph/layout/layout';
import type { Layout, LayoutRequest } from './graph/layout/layout-types';
import { drawingOf, type Drawing } from './graph/viewport';

/** Asks the layout worker; a question that a newer one has overtaken is never answered. */
class LayoutDesk {
  private worker: Worker | null = null;
  private generation = 0;

  ask(request: LayoutRequest, answer: (layout: Layout) => void): void {
    const generation = ++this.generation;
    const worker = this.open();
    if (!worker) {
      answer(layoutGraph(request));
      return;
    }
    worker.onmessage = ({ data }: MessageEvent<{ generation: number; layout: Layout }>) => {
      if (data.generation === this.generation) answer(data.layout);
    };
    worker.onerror = () => {
      this.close();
      if (generation === this.generation) answer(layoutGraph(request));
    };
    worker.postMessage({ generation, request });
  }

  /** Forgets the question under way. */
  cancel(): void {
    this.generation++;
  }

  close(): void {
    this.worker?.terminate();
    this.worker = null;
  }

  private open(): Worker | null {
    if (this.worker || typeof Worker === 'undefined') return this.worker;
    this.worker = new Worker(new URL('./graph/layout/layout.worker.ts', import.meta.url), { type: 'module' });
    return this.worker;
  }
}

/** A drawing with the layout before it, so that the camera can keep what the reader acted on in its place. */
export interface DrawnStep {
  readonly drawing: Drawing;
  readonly previous: Layout | null;
  /** Counts fresh layouts the reader asked for. */
  readonly tidied: number;
}

/**
 * The drawing of a picture: at once for the first, from the worker for later ones; the old one stays until then.
 *
 * What is drawn keeps its place as long as focus and grouping stay and nobody asks for a fresh layout (`tidied`); among
 * groups, as long as they are only opened and closed.
 */
export function useDrawing(picture: Picture, tidied: number): DrawnStep {
  const [step, setStep] = useState<DrawnStep>(() => ({
    drawing: drawingOf(picture, layoutGraph(layoutRequestOf(picture, null))),
    previous: null,
    tidied,
  }));
  const desk = useRef<LayoutDesk | null>(null);
  const seen = useRef(new Map<string, Layout>());
  useEffect(() => {
    desk.current = new LayoutDesk();
    return () => desk.current?.close();
  }, []);
  const draw = useEffectEvent(() => {
    desk.current?.cancel();
    if (step.drawing.picture === picture && step.tidied === tidied) return;
    const { layout } = step.drawing;
    const show = (next: Layout): void => setStep({ drawing: drawingOf(picture, next), previous: layout, tidied });
    if (!canKeep(step, picture, tidied)) {
      seen.current.clear();
      desk.current?.ask(layoutRequestOf(picture, null), show);
      return;
    }
    seen.current.set(signatureOf(step.drawing.picture), layout);
    const known = seen.current.get(signatureOf(picture));
    if (known) show(known);
    else desk.current?.ask(layoutRequestOf(picture, layout), show);
  });
  useEffect(() => draw(), [picture, tidied]);
  return step;
}

/** Pictures of the same nodes look the same: taking a step back shows what stood there before. */
function signatureOf(picture: Picture): string {
  const cards = picture.nodes.map((node) => `${node.id} ${String(node.height)}`).sort();
  return cards.join('\n');
}

function canKeep({ drawing, tidied }: DrawnStep, next: Picture, wanted: number): boolean {
  const { picture, layout } = drawing;
  const isSameSight = picture.focus === next.focus && picture.grouping === next.grouping && tidied === wanted;
  return isSameSight && !changesHeights(layout, next) && (next.grouping === 'none' || holdsSame(picture, next));
}

/** Only groups were opened or closed: the same assets stand in both. */
function holdsSame(one: Picture, other: Picture): boolean {
  return assetsIn(one) === assetsIn(other);
}

function assetsIn({ nodes }: Picture): string {
  const ids = nodes.flatMap((node) => {
    if (node.kind === 'group') return node.members.members.map(({ id }) => id);
    return node.kind === 'asset' ? [node.id] : [];
  });
  return ids.sort().join();
}

/** Cards with another number of rows than before do not fit where they stood. */
function changesHeights({ places }: Layout, next: Picture): boolean {
  return next.nodes.some(({ id, height }) => places[id] !== undefined && places[id].height !== height);
}

'use client';

import {
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from 'react';
import { copyLink } from '../copy-link';
import type { Rect, Tier } from '../graph/camera';
import { LineageCanvas } from '../graph/lineage-canvas';
import type { Hue } from '../graph/lens';
import { CARD_HEIGHT, type Layout } from '../graph/layout/layout-types';
import { sightOf, type Sight } from '../graph/sight';
import type { Trace } from '../graph/trace';
import { boxOfPlace, edgesIn, nodesIn, type Drawing, type PlacedNode } from '../graph/viewport';
import type { CardActions } from './asset-card';
import type { CameraStore } from './camera-store';
import { CardLayer, type CardLook, type StandInActions } from './card-layer';
import { EdgeLayer } from './edge-layer';
import { FrameLayer } from './frame-layer';
import { litBy } from './lit-by';
import { Minimap } from './minimap';
import { StageControls } from './stage-controls';
import styles from './stage.module.css';
import { useCanvasColors, useScheme } from './use-colors';
import { usePanZoom, type PanHandlers } from './use-pan-zoom';
import { useAlong, useAnchor, useFollow, useStageCamera } from './use-stage-camera';
import { useStageKeys, type StageKeyActions, type StageKeys } from './use-stage-keys';

/** Most cards at once; further ones appear as the reader gets near. */
const MAX_CARDS = 150;
/** Space kept around a revealed card: for its handles, and for the bars and the minimap at the bottom. */
const REVEAL_INSETS = { left: 48, right: 48, top: 32, bottom: 136 };

export interface GraphStageProps {
  readonly drawing: Drawing;
  readonly previous: Layout | null;
  readonly label: string;
  readonly look: Omit<CardLook, 'active' | 'isCompact' | 'litRows' | 'litNodes'>;
  /** The colour that stands for a node when its card is too small to see. */
  readonly hueOf: (id: string) => Hue;
  /** Where a link asks to look at first; null for the best first look. */
  readonly sight: Sight | null;
  /** What stays in the light while nothing is pointed at: a way through the graph. */
  readonly pinned: Trace | null;
  /** Assets that are shown together at first; empty: the best first look. */
  readonly along: readonly string[];
  readonly anchor: string;
  readonly active: string;
  readonly actions: Omit<CardActions, 'hover' | 'activate'> & StandInActions & StageKeyActions;
  readonly onActivate: (id: string) => void;
  readonly onTidy: () => void;
  readonly isBusy: boolean;
  readonly isStale: boolean;
  readonly footer: ReactNode;
  /** Messages over the graph. */
  readonly children?: ReactNode;
}

/** The graph: frames, then edges and far-away blocks on a canvas, then cards; all moved by one camera. */
export function GraphStage(props: GraphStageProps) {
  const { drawing, look, pinned, active, actions, onActivate, isBusy, isStale } = props;
  const { camera, tier, window: area, stage } = useStageCamera(drawing.layout, look.focus, props.sight);
  useAnchor(camera, drawing.layout, props.previous, props.anchor);
  useAlong(camera, drawing, props.along);
  const host = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [isCanvas, setCanvas] = useState(false);
  const colours = useStageColours(props);
  const lit = useMemo(() => litBy(drawing, look.selected, hovered, pinned), [drawing, look.selected, hovered, pinned]);
  const cards = useCards(drawing, area, tier);
  const reveal = useCallback((id: string) => revealCard(camera, drawing, id), [camera, drawing]);
  const keys = useStageKeys({ ...props, host, stage, camera, reveal });
  const pan = usePanZoom(host, camera, () => actions.select(null));
  const cardActions = useMemo(() => ({ ...actions, hover: setHovered, activate: onActivate }), [actions, onActivate]);
  useRevealed(look.selected, reveal);
  const layerActions = { onCanvas: setCanvas, onCloseGroup: actions.closeGroup };
  const state = { isReady: !isBusy, isTabStop: !isDrawn(cards, drawing, active), tier, isCanvas };
  const cardLook = { ...look, ...lightOn(lit), active, isCompact: tier === 'compact' };
  return (
    <div ref={stage} className={styles['stage']} data-testid="stage">
      <Host ref={host} label={props.label} {...state} {...pan} {...keys}>
        <Layers {...{ camera, drawing, tier, isStale, isCanvas, area, lit, ...colours, ...layerActions }}>
          <CardLayer nodes={cards} look={cardLook} actions={cardActions} standIns={actions} />
        </Layers>
      </Host>
      <KeyHelp />
      {isBusy && <div className={styles['loading']} />}
      {props.footer}
      <div className={styles['bar']}>
        <StageControls camera={camera} {...keys} onTidy={props.onTidy} onCopy={() => copySight(camera, drawing)} />
        <Minimap drawing={drawing} camera={camera} colorOf={colours.colorOf} />
      </div>
      {props.children && <div className={styles['over']}>{props.children}</div>}
    </div>
  );
}

interface HostProps extends PanHandlers, Pick<StageKeys, 'onFocus' | 'onKeyDown'> {
  readonly ref: Ref<HTMLDivElement>;
  readonly label: string;
  readonly isTabStop: boolean;
  readonly isReady: boolean;
  readonly isCanvas: boolean;
  readonly tier: Tier;
  readonly children: ReactNode;
}

/** What is panned, zoomed and walked through; says how it is for tests and styles. */
function Host({ ref, label, isTabStop, isReady, isCanvas, tier, children, ...handlers }: HostProps) {
  const { onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onFocus, onKeyDown } = handlers;
  return (
    <div
      ref={ref}
      className={styles['host']}
      role="application"
      aria-label={label}
      aria-describedby="lineage-keys"
      tabIndex={isTabStop ? 0 : -1}
      data-testid="graph"
      data-ready={isReady}
      data-canvas={isCanvas}
      data-tier={tier}
      {...{ onPointerDown, onPointerMove, onPointerUp, onPointerCancel, onFocus, onKeyDown }}
    >
      {children}
    </div>
  );
}

function KeyHelp() {
  return (
    <p id="lineage-keys" className="hidden-visually">
      Arrow keys move along edges and within columns. Enter opens details, e shows downstream, Shift e upstream, x
      closes, c shows columns, point refocuses, p shows the path from the focus, h hides, plus, minus and zero zoom, t
      shows the table, Escape leaves.
    </p>
  );
}

/** Whether the focus ring has a card to stand on; if not, the graph itself is the tab stop. */
function isDrawn(cards: readonly PlacedNode[], { stops }: Drawing, active: string): boolean {
  return cards.some(({ node }) => node.id === stops.get(active)?.card);
}

function useCards(drawing: Drawing, area: Rect, tier: Tier): readonly PlacedNode[] {
  return useMemo(() => (tier === 'block' ? [] : nodesIn(drawing, area, MAX_CARDS)), [drawing, area, tier]);
}

function useStageColours({ look, hueOf }: GraphStageProps) {
  const scheme = useScheme();
  const colors = useCanvasColors(scheme);
  const colorOf = useCallback((id: string) => hueOf(id)[scheme], [hueOf, scheme]);
  const lookOf = useCallback(
    (id: string) => ({ color: colorOf(id), isFocus: id === look.focus, isSelected: id === look.selected }),
    [colorOf, look.focus, look.selected],
  );
  return useMemo(() => ({ colors, colorOf, lookOf }), [colors, colorOf, lookOf]);
}

/** The details panel takes room from the stage: once it has, the card it is about moves out from under it. */
function useRevealed(selected: string | null, reveal: (id: string) => void): void {
  const show = useEffectEvent(() => {
    if (selected !== null) reveal(selected);
  });
  useEffect(() => {
    const timer = setTimeout(() => show(), 60);
    return () => clearTimeout(timer);
  }, [selected]);
}

function revealCard(camera: CameraStore, drawing: Drawing, id: string): void {
  const stop = drawing.stops.get(id);
  const place = stop && drawing.layout.places[stop.card];
  if (!place) return;
  const isTall = place.height > CARD_HEIGHT;
  camera.reveal(boxOfPlace(isTall ? { ...place, y: stop.y, height: CARD_HEIGHT } : place), REVEAL_INSETS);
}

function copySight(camera: CameraStore, { layout, picture }: Drawing): void {
  const place = layout.places[picture.focus];
  void copyLink(place ? sightOf(camera.get(), place) : null);
}

function lightOn(lit: Trace | null): Pick<CardLook, 'litRows' | 'litNodes'> {
  return { litRows: lit?.rows ?? null, litNodes: lit?.nodes ?? null };
}

type CanvasProps = Parameters<typeof LineageCanvas>[0];

interface LayersProps extends Pick<CanvasProps, 'camera' | 'drawing' | 'tier' | 'colors' | 'lookOf'> {
  readonly lit: Trace | null;
  readonly area: Rect;
  readonly isStale: boolean;
  readonly isCanvas: boolean;
  readonly onCanvas: (isReady: boolean) => void;
  readonly onCloseGroup: (key: string) => void;
  readonly children: ReactNode;
}

function Layers(props: LayersProps) {
  const { area, isStale, isCanvas, onCanvas, onCloseGroup, children, camera, drawing, tier, lit, colors, lookOf } =
    props;
  const canvas = { camera, drawing, tier, lit: lit?.edges ?? null, colors, lookOf };
  const back = useRef<HTMLDivElement>(null);
  const front = useRef<HTMLDivElement>(null);
  const [initial] = useState(() => transformOf(camera));
  useFollow(camera, [back, front]);
  const edges = useMemo(() => (isCanvas ? [] : edgesIn(drawing, area)), [isCanvas, drawing, area]);
  const style = { transform: initial };
  const size = tier === 'compact' ? sized(camera.get().zoom) : {};
  return (
    <>
      <div ref={back} className={styles['model']} data-tier={tier} style={style}>
        <FrameLayer frames={drawing.layout.frames} groups={drawing.picture.groups} onClose={onCloseGroup} />
      </div>
      <LineageCanvas {...canvas} window={area} onReady={onCanvas} className={styles['canvas']} />
      <div ref={front} className={styles['model']} data-stale={isStale || undefined} data-tier={tier} style={style}>
        {!isCanvas && <EdgeLayer edges={edges} />}
        <div style={size}>{children}</div>
      </div>
    </>
  );
}

function sized(zoom: number): CSSProperties {
  return { '--card-name': `${String(Math.round(11.7 / tierZoom(zoom)))}px` } as CSSProperties;
}

/** Names grow in four steps as the picture shrinks, so that they are not laid out anew at every notch. */
function tierZoom(zoom: number): number {
  if (zoom >= 0.7) return 0.76;
  if (zoom >= 0.6) return 0.66;
  return zoom >= 0.48 ? 0.54 : 0.5;
}

function transformOf(camera: CameraStore): string {
  const { x, y, zoom } = camera.get();
  return `translate(${String(x)}px, ${String(y)}px) scale(${String(zoom)})`;
}

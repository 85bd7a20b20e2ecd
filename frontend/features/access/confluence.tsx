interface Stream {
  readonly from: number;
  readonly join: number;
  readonly to: number;
  readonly color: string;
  readonly width: number;
}

const STREAMS: readonly Stream[] = [
  { from: 110, join: 380, to: 430, color: 'var(--t-layer-source)', width: 2 },
  { from: 230, join: 380, to: 430, color: 'var(--t-layer-staging)', width: 2 },
  { from: 350, join: 390, to: 430, color: 'var(--t-layer-staging)', width: 2 },
  { from: 520, join: 470, to: 440, color: 'var(--t-layer-intermediate)', width: 2 },
  { from: 640, join: 480, to: 440, color: 'var(--t-layer-source)', width: 2 },
  { from: 780, join: 490, to: 440, color: 'var(--t-layer-mart)', width: 2 },
];

/** A river with its tributaries, drawn like lineage: many sources, one stream. */
export function Confluence() {
  return (
    <svg viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice" fill="none" aria-hidden="true">
      {STREAMS.map((stream) => (
        <path
          key={stream.from}
          d={`M-20 ${String(stream.from)} C 160 ${String(stream.from)}, 180 ${String(stream.join)}, 330 ${String(stream.join)} S 480 ${String(stream.to)}, 760 ${String(stream.to)}`}
          stroke={stream.color}
          strokeWidth={stream.width}
          strokeOpacity="0.75"
        />
      ))}
      {STREAMS.map((stream) => (
        <rect key={stream.from} x="68" y={stream.from - 13} width="92" height="26" rx="6" fill="var(--t-bg)" stroke="var(--t-border-strong)" />
      ))}
      {STREAMS.map((stream) => (
        <path key={stream.from} d={`M82 ${String(stream.from)}h${String(30 + (stream.from % 34))}`} stroke={stream.color} strokeWidth="4" strokeLinecap="round" />
      ))}
      <rect x="520" y="417" width="124" height="36" rx="7" fill="var(--t-bg)" stroke="var(--t-accent)" strokeWidth="1.5" />
      <path d="M536 435h62" stroke="var(--t-accent)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

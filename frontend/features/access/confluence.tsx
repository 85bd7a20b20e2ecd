interface Stream {
  readonly from: number;
  readonly join: number;
  readonly to: number;
  readonly color: string;
}

const STREAMS: readonly Stream[] = [
  { from: 110, join: 380, to: 430, color: 'var(--t-layer-source)' },
  { from: 230, join: 380, to: 430, color: 'var(--t-layer-staging)' },
  { from: 350, join: 390, to: 430, color: 'var(--t-layer-staging)' },
  { from: 520, join: 470, to: 440, color: 'var(--t-layer-intermediate)' },
  { from: 640, join: 480, to: 440, color: 'var(--t-layer-source)' },
  { from: 780, join: 490, to: 440, color: 'var(--t-layer-mart)' },
];

/** A river with its tributaries, drawn like lineage: many sources, one stream. */
export function Confluence() {
  return (
    <svg viewBox="0 0 720 900" preserveAspectRatio="xMidYMid slice" fill="none" aria-hidden="true">
      {STREAMS.map((stream) => (
        <path key={stream.from} d={courseOf(stream)} stroke={stream.color} strokeWidth={2} strokeOpacity="0.75" />
      ))}
      {STREAMS.map((stream) => (
        <Source key={stream.from} stream={stream} />
      ))}
      <rect
        x="520"
        y="417"
        width="124"
        height="36"
        rx="7"
        fill="var(--t-bg)"
        stroke="var(--t-accent)"
        strokeWidth="1.5"
      />
      <path d="M536 435h62" stroke="var(--t-accent)" strokeWidth="4" strokeLinecap="round" />
    </svg>
  );
}

function courseOf({ from, join, to }: Stream): string {
  const [start, bend, end] = [from, join, to].map(String) as [string, string, string];
  return `M-20 ${start} C 160 ${start}, 180 ${bend}, 330 ${bend} S 480 ${end}, 760 ${end}`;
}

function Source({ stream: { from, color } }: { readonly stream: Stream }) {
  return (
    <>
      <rect x="68" y={from - 13} width="92" height="26" rx="6" fill="var(--t-bg)" stroke="var(--t-border-strong)" />
      <path
        d={`M82 ${String(from)}h${String(30 + (from % 34))}`}
        stroke={color}
        strokeWidth="4"
        strokeLinecap="round"
      />
    </>
  );
}

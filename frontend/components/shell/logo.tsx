/** Two streams that become one. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      strokeLinecap="round"
      aria-hidden="true"
      style={{ flex: 'none' }}
    >
      <path d="M2.5 4C8 4 8 10 13 10h4.5" stroke="var(--t-accent)" strokeWidth="2.4" />
      <path d="M2.5 16c4.5 0 5.5-2.800 7.200-4.600" stroke="var(--t-layer-mart)" strokeWidth="2.4" />
    </svg>
  );
}

import { exactTime, relativeTime } from './time';

/** How long ago, with the exact moment on hover and for machines. */
export function TimeAgo({ at }: { readonly at: string }) {
  return (
    <time dateTime={at} title={exactTime(at)} className="num" suppressHydrationWarning style={{ whiteSpace: 'nowrap' }}>
      {relativeTime(at, Date.now())}
    </time>
  );
}

import { Skeleton } from './skeleton';
import styles from './states.module.css';

const WIDTHS = [62, 48, 71, 55, 66, 44, 58, 69];

interface ListSkeletonProps {
  /** What is on its way: "the results". */
  readonly what: string;
  /** Height of a row in pixels, as it will be. */
  readonly row?: number;
  /** A column of filters stands beside it. */
  readonly hasFilters?: boolean;
}

/** Where rows will stand, and their filters: read out as one status, seen only when the wait is felt. */
export function ListSkeleton({ what, row = 32, hasFilters = false }: ListSkeletonProps) {
  return (
    <div
      className={styles['listing']}
      data-filters={hasFilters || undefined}
      role="status"
      aria-label={`Loading ${what}`}
      data-testid="skeleton"
    >
      {hasFilters && (
        <div className={styles['bones']}>
          {WIDTHS.map((width) => (
            <Skeleton key={width} width={`${String(width)}%`} />
          ))}
        </div>
      )}
      <div className={styles['bones']} style={{ gap: row - 16 }}>
        {WIDTHS.map((width) => (
          <Skeleton key={width} width={`${String(width)}%`} />
        ))}
      </div>
    </div>
  );
}

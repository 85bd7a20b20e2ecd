import { Skeleton } from '../../../components/states/skeleton';
import styles from '../explorer.module.css';
import startStyles from './start.module.css';

const BARS = [180, 160, 84, 92, 127, 133, 70];
const LINES = [104, 76, 128, 92, 140, 118, 96];
const COLUMNS = [1, 1, 4];

/** Where bars, outline and cards will stand, while the first answer is long in coming. */
export function ExplorerSkeleton() {
  return (
    <div className={styles['explorer']} role="status" aria-label="Loading the graph" data-testid="explorer-skeleton">
      <div className={startStyles['bars']}>
        {BARS.map((width) => (
          <Skeleton key={width} width={width} height={28} />
        ))}
      </div>
      <div className={startStyles['bars']}>
        <Skeleton width={210} height={28} />
      </div>
      <div />
      <div className={styles['body']}>
        <div className={`${styles['side'] ?? ''} ${startStyles['lines'] ?? ''}`}>
          {LINES.map((width) => (
            <Skeleton key={width} width={width} />
          ))}
        </div>
        <div className={startStyles['cards']}>
          {COLUMNS.map((count, column) => (
            <div key={column}>
              {Array.from({ length: count }, (_, card) => (
                <Skeleton key={card} width={240} height={56} />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}

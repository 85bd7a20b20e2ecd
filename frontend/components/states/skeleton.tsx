import styles from './states.module.css';

/** The shape of what will stand here; shows itself only when the wait is felt. */
export function Skeleton({
  width = '100%',
  height = 16,
}: {
  readonly width?: number | string;
  readonly height?: number;
}) {
  return <span className={styles['bone']} style={{ width, height }} aria-hidden="true" />;
}

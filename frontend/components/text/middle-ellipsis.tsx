import styles from './text.module.css';

/** Characters at the end that always stay: the part that tells names apart. */
const TAIL = 24;

/** A qualified name that gives way in the middle; the whole of it is in the title and can be selected. */
export function MiddleEllipsis({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  const letters = Array.from(text);
  const cut = Math.max(0, letters.length - TAIL);
  return (
    <span className={`${styles['middle'] ?? ''} ${className}`} title={text}>
      <span className={styles['start']}>{letters.slice(0, cut).join('')}</span>
      <span className={styles['end']}>{letters.slice(cut).join('')}</span>
    </span>
  );
}

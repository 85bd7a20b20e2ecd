import { ClassificationChips } from '../../../components/asset/classification-chip';
import { counted } from '../../../components/text/numbers';
import styles from '../violations/violations.module.css';
import { LOW_CONFIDENCE, SOURCE_WORDS } from './suggestion-words';
import type { SuggestionGroup } from './use-suggestions';

interface GroupRowProps {
  readonly group: SuggestionGroup;
  readonly isCurrent: boolean;
  readonly isTicked: boolean;
  readonly onOpen: (id: string) => void;
  readonly onTick: (id: string) => void;
}

/** What was recognised, what it would be, how often and how sure. */
export function GroupRow({ group, isCurrent, isTicked, onOpen, onTick }: GroupRowProps) {
  const { id, pattern, proposal } = group;
  return (
    <li className={styles['row']} data-current={isCurrent || undefined}>
      <label className={styles['tick']}>
        <input
          type="checkbox"
          checked={isTicked}
          aria-label={`Select: ${pattern}, ${proposal}`}
          onChange={() => {
            onTick(id);
          }}
        />
      </label>
      <div style={{ minWidth: 0 }}>
        <div className={styles['first']}>
          <button
            type="button"
            className={styles['message']}
            aria-current={isCurrent || undefined}
            onClick={() => {
              onOpen(id);
            }}
          >
            {pattern} → {proposal}
          </button>
          <ClassificationChips classification={chipsOf(group)} />
        </div>
        <Size group={group} />
      </div>
    </li>
  );
}

function Size({ group }: { readonly group: SuggestionGroup }) {
  const { suggestions, columns, assets, source, confidence, downstreamColumns } = group;
  const what = columns === suggestions ? counted(columns, 'column') : counted(suggestions, 'suggestion');
  return (
    <div className={styles['second']}>
      <span className={styles['place']}>
        {what} in {counted(assets, 'asset')} · by {SOURCE_WORDS[source]}
      </span>
      {downstreamColumns !== 0 && (
        <span>
          {downstreamColumns === null ? 'marks many further down' : `marks ${String(downstreamColumns)} further down`}
        </span>
      )}
      <span className={confidence < LOW_CONFIDENCE ? styles['late'] : undefined}>
        {confidence < LOW_CONFIDENCE && 'only '}
        {confidence} % sure
      </span>
    </div>
  );
}

function chipsOf({ category, level }: SuggestionGroup) {
  return { level: level ?? null, categories: category === '' ? [] : [category], derived: false };
}

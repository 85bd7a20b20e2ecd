'use client';

import { Icon } from '../../../components/icon';
import type { FilterChoice } from '../graph/filter-choices';
import type { FilterKey, GraphFilter } from '../graph/view';
import { DropdownButton } from './dropdown';
import styles from './toolbar.module.css';

const TITLES: Readonly<Record<FilterKey, string>> = { type: 'Type', layer: 'Layer', tag: 'Tag', owner: 'Owner' };
const KEYS: readonly FilterKey[] = ['type', 'layer', 'tag', 'owner'];

interface FilterMenuProps {
  readonly filter: GraphFilter;
  readonly choices: Readonly<Record<FilterKey, readonly FilterChoice[]>>;
  readonly onChange: (key: FilterKey, values: readonly string[]) => void;
  readonly onClear: () => void;
}

/** Takes assets out of the graph by type, layer, tag and owner; paths through them stay as bridged edges. */
export function FilterMenu({ filter, choices, onChange, onClear }: FilterMenuProps) {
  const active = KEYS.reduce((sum, key) => sum + filter[key].length, 0);
  const label = (
    <>
      <Icon name="filter" size={14} /> Filter{active > 0 && ` · ${String(active)}`}
    </>
  );
  return (
    <DropdownButton label={label} width={520} testId="filter">
      <div className={styles['filters']}>
        {KEYS.filter((key) => choices[key].length > 0).map((key) => (
          <fieldset key={key}>
            <legend>{TITLES[key]}</legend>
            {choices[key].map((choice) => (
              <Choice
                key={choice.value}
                choice={choice}
                values={filter[key]}
                onChange={(values) => onChange(key, values)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={styles['dropdownFoot']}>
        <span className="subtle">What is taken out is bridged, never silently lost.</span>
        <button type="button" className={styles['button']} disabled={active === 0} onClick={onClear}>
          Clear
        </button>
      </div>
    </DropdownButton>
  );
}

interface ChoiceProps {
  readonly choice: FilterChoice;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
}

function Choice({ choice, values, onChange }: ChoiceProps) {
  const { value, label, count } = choice;
  const isOn = values.includes(value);
  const toggle = (): void => onChange(isOn ? values.filter((other) => other !== value) : [...values, value]);
  return (
    <label className={styles['choice']}>
      <input type="checkbox" checked={isOn} onChange={toggle} />
      <span>
        {label} <span className="subtle num">{count.toLocaleString('en')}</span>
      </span>
    </label>
  );
}

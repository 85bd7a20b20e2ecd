'use client';

import { Icon } from '../../../components/icon';
import { count as digits } from '../../../components/text/numbers';
import type { FilterChoice } from '../graph/filter-choices';
import type { FilterKey, GraphFilter } from '../graph/view';
import { DropdownButton } from './dropdown';
import styles from './toolbar.module.css';

const TITLES: Readonly<Record<FilterKey, string>> = {
  type: 'Type',
  layer: 'Layer',
  tag: 'Tag',
  owner: 'Owner',
  class: 'Classification',
  platform: 'Platform',
};
const KEYS: readonly FilterKey[] = ['type', 'layer', 'owner', 'tag', 'class', 'platform'];

interface FilterMenuProps {
  readonly filter: GraphFilter;
  readonly choices: Readonly<Record<FilterKey, readonly FilterChoice[]>>;
  readonly onChange: (key: FilterKey, values: readonly string[]) => void;
  readonly onClear: () => void;
  readonly isDirectOnly: boolean;
  readonly onDirectOnly: (isDirectOnly: boolean) => void;
}

/** Takes assets out of the graph by what they are; paths through them stay as bridged edges. */
export function FilterMenu(props: FilterMenuProps) {
  const { filter, choices, isDirectOnly, onChange, onClear, onDirectOnly } = props;
  const active = KEYS.reduce((sum, key) => sum + filter[key].length, Number(isDirectOnly));
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
      <label className={styles['choice']}>
        <input type="checkbox" checked={!isDirectOnly} onChange={() => onDirectOnly(!isDirectOnly)} />
        <span>
          Indirect lines <span className="subtle">joins, filters: they steer which rows come out</span>
        </span>
      </label>
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
        {label} <span className="subtle num">{digits(count)}</span>
      </span>
    </label>
  );
}

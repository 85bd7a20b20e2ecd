'use client';

import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Icon, type IconName } from '../icon';
import { Menu } from '../overlay/menu';
import styles from './shell.module.css';

const SCHEMES: readonly { value: MantineColorScheme; label: string; icon: IconName }[] = [
  { value: 'light', label: 'Light', icon: 'sun' },
  { value: 'dark', label: 'Dark', icon: 'moon' },
  { value: 'auto', label: 'As the system', icon: 'screen' },
];

/** Light, dark, or what the system says. */
export function ThemeMenu() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const current = SCHEMES.find((scheme) => scheme.value === colorScheme);
  const entries = SCHEMES.map(({ value, label, icon }) => ({
    label,
    icon,
    isChosen: value === colorScheme,
    onSelect: () => {
      setColorScheme(value);
    },
  }));
  return (
    <Menu label="Theme" className={styles['ghost']} entries={entries}>
      <Icon name={current?.icon ?? 'screen'} />
    </Menu>
  );
}

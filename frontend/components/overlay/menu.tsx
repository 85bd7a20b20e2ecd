'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import styles from './menu.module.css';

/** One thing to do: either `href` to go to or `onSelect` to do. */
export interface MenuEntry {
  readonly label: ReactNode;
  readonly icon?: IconName;
  readonly href?: string;
  readonly onSelect?: () => void;
  /** For choices: the one that is in force. */
  readonly isChosen?: boolean;
}

interface MenuProps {
  /** What the button is called. */
  readonly label: string;
  readonly className: string | undefined;
  /** What the button shows. */
  readonly children: ReactNode;
  readonly head?: ReactNode;
  readonly entries: readonly MenuEntry[];
  readonly onOpen?: () => void;
}

const GAP = 4;

/** A button with a menu below it: arrows walk, Enter does, Esc and clicks elsewhere close. The browser's own popover. */
export function Menu({ label, className, children, head, entries, onOpen }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setOpen] = useState(false);
  const onToggle = (state: string) => {
    setOpen(state === 'open');
    if (state === 'open') onOpen?.();
  };
  // The entries are there only after the next drawing; before it there is nothing to measure or to focus.
  useEffect(() => {
    if (!isOpen) return;
    place(menu.current, button.current);
    itemsOf(menu.current)[0]?.focus();
  }, [isOpen]);
  return (
    <>
      <button ref={button} type="button" className={className} {...triggerProps(id, label, isOpen)}>
        {children}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={styles['menu']}
        onToggle={(event) => {
          onToggle(event.newState);
        }}
        onKeyDown={walk}
      >
        {head !== undefined && <div className={styles['head']}>{head}</div>}
        {isOpen && entries.map((entry, index) => <MenuItem key={index} entry={entry} menu={menu} />)}
      </div>
    </>
  );
}

function triggerProps(id: string, label: string, isOpen: boolean) {
  return {
    popoverTarget: id,
    title: label,
    'aria-haspopup': 'menu',
    'aria-expanded': isOpen,
    'aria-label': label,
  } as const;
}

interface MenuItemProps {
  readonly entry: MenuEntry;
  readonly menu: { readonly current: HTMLDivElement | null };
}

function MenuItem({ entry, menu }: MenuItemProps) {
  const inside = (
    <>
      {entry.icon && <Icon name={entry.icon} />}
      <span className={styles['label']}>{entry.label}</span>
      {entry.isChosen && <Icon name="check" size={14} />}
    </>
  );
  if (entry.href !== undefined)
    return (
      <a className={styles['item']} role="menuitem" tabIndex={-1} href={entry.href}>
        {inside}
      </a>
    );
  const choose = () => {
    menu.current?.hidePopover();
    entry.onSelect?.();
  };
  const role = entry.isChosen === undefined ? 'menuitem' : 'menuitemradio';
  return (
    <button
      type="button"
      className={styles['item']}
      role={role}
      aria-checked={entry.isChosen}
      tabIndex={-1}
      onClick={choose}
    >
      {inside}
    </button>
  );
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
}

/** Below the button, right edges together, inside the window. */
function place(menu: HTMLElement | null, button: HTMLElement | null): void {
  if (!menu || !button) return;
  const anchor = button.getBoundingClientRect();
  const left = Math.max(GAP, Math.min(anchor.right - menu.offsetWidth, innerWidth - menu.offsetWidth - GAP));
  const isRoomBelow = anchor.bottom + GAP + menu.offsetHeight < innerHeight;
  const top = isRoomBelow ? anchor.bottom + GAP : Math.max(GAP, anchor.top - GAP - menu.offsetHeight);
  menu.style.left = `${String(left)}px`;
  menu.style.top = `${String(top)}px`;
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const targets: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 };
  const target = targets[event.key];
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (target === undefined) return;
  event.preventDefault();
  items.at(target % items.length)?.focus();
}

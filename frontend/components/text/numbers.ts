const WHOLE = new Intl.NumberFormat('en-GB');

/** `1 284`: thousands set apart by a narrow space, the same everywhere. */
export function count(value: number): string {
  return WHOLE.format(value).replaceAll(',', '\u202F');
}

/** `1 table`, `2 tables`, `1 284 tables`. */
export function counted(value: number, singular: string, plural = `${singular}s`): string {
  return `${count(value)}\u00A0${value === 1 ? singular : plural}`;
}

/** `81.2 M`, for numbers whose size matters more than their digits. */
export function compact(value: number): string {
  const [size, unit] = (
    [
      [1e9, ' G'],
      [1e6, ' M'],
      [1e3, ' k'],
    ] as const
  ).find(([limit]) => value >= limit) ?? [1, ''];
  return `${(value / size).toFixed(size === 1 || value / size >= 100 ? 0 : 1)}${unit}`;
}

/** `4.6 MB`, in powers of 1000. */
export function bytes(value: number): string {
  return `${compact(value).replace('G', 'GB').replace('M', 'MB').replace('k', 'kB')}${value < 1000 ? ' B' : ''}`;
}

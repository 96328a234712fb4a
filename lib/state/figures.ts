/** Numbers as people read them. English, whatever the browser's language: the whole page is. */
const COUNT = new Intl.NumberFormat('en');
const SHORT = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

export const formatCount = (value: number): string => COUNT.format(value);

const BYTE_UNITS = ['bytes', 'kB', 'MB', 'GB', 'TB'] as const;

/** Decimal units: 1 kB is 1000 bytes. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  if (unit === 0) return value === 1 ? '1 byte' : `${value} bytes`;
  return `${value < 10 ? SHORT.format(value) : COUNT.format(Math.round(value))} ${BYTE_UNITS[unit]}`;
}

export function formatDuration(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return `${Math.round(seconds)} s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)} min`;
  return `${SHORT.format(seconds / 3600)} h`;
}

export const formatShare = (share: number): string => `${SHORT.format(share * 100)} %`;

/** `plural(1, 'file')` → `1 file`; `plural(2, 'entry', 'entries')` → `2 entries`. */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

export const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** `near_duplicate` → `near duplicate`: a code in words where no sentence is known. */
export const sayCode = (code: string): string => code.replaceAll(/[_-]+/g, ' ');

/** Amounts of bytes, of time and of things, in the notation of people. */

const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'] as const;

/** `16 MB`, `1.5 GB`; a unit is 1024 of the previous one. */
export function size(bytes: number): string {
  let unit = 0;
  let value = bytes;
  while (value >= 1000 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = value >= 100 || Number.isInteger(value) ? 0 : 1;
  return `${value.toFixed(digits)} ${bytes === 1 ? 'byte' : UNITS[unit]}`;
}

/** The number of bytes in `16MB`, `64 k` or `1000`; undefined for anything else. */
export function bytesOf(text: string): number | undefined {
  const [, digits = '', unit = ''] = /^(\d{1,12}(?:\.\d{1,6})?) ?([kmg]?)(?:i?b)?$/i.exec(text) ?? [];
  if (digits === '') return undefined;
  const bytes = Number(digits) * 1024 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
  return Number.isInteger(bytes) ? bytes : undefined;
}

/** `40 s`, `3 min`, `2 h`. */
export function duration(seconds: number): string {
  if (seconds < 100) return `${Math.ceil(seconds)} s`;
  if (seconds < 6000) return `${Math.ceil(seconds / 60)} min`;
  return `${Math.ceil(seconds / 3600)} h`;
}

/** `1,204,000`. */
export function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

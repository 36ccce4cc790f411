/** Where the characters of a string stand in the YAML or JSON text that it was written in. */
import type { Range } from '../../index.ts';

/**
 * A function from an offset into the value to an offset into the file. A spelling that it does not follow (folded lines)
 * leads to the start of the string.
 */
export function scalarPlace(file: string, range: Range, value: string): (offset: number) => number {
  const source = file.slice(range.start, range.end);
  const places = source.startsWith('|') ? blockPlaces(source, value) : inlinePlaces(source, value);
  if (places === undefined) return () => range.start;
  return (offset) => range.start + (places[offset] ?? source.length);
}

/** A literal block: each line of the value stands on a line of its own, after the indentation. */
function blockPlaces(source: string, value: string): number[] | undefined {
  const places: number[] = [];
  let at = source.indexOf('\n') + 1;
  for (const line of value.split('\n')) {
    const end = source.indexOf('\n', at);
    const written = source.slice(at, end < 0 ? source.length : end);
    const indent = line === '' ? 0 : written.indexOf(line);
    if (indent < 0) return undefined;
    for (let i = 0; i <= line.length; i++) places.push(at + indent + i);
    at = end < 0 ? source.length : end + 1;
  }
  return places;
}

const ESCAPE = /^\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[^\r\n])/;

/** Quoted or plain, on one line: an escape is one character of the value. */
function inlinePlaces(source: string, value: string): number[] | undefined {
  const [quote] = /^["']/.exec(source) ?? [''];
  const places: number[] = [];
  let at = quote.length;
  for (let i = 0; i < value.length; i++) {
    places.push(at);
    const escaped = quote === '"' ? ESCAPE.exec(source.slice(at, at + 10))?.[0] : undefined;
    if (escaped !== undefined) at += escaped.length;
    else if (quote === "'" && source.startsWith("''", at)) at += 2;
    else if (source[at] === value[i]) at++;
    else return undefined;
  }
  return places;
}

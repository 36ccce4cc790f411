/** Selects one pattern of a file: by its address, or because it is the only one. */
import { nearest } from '../../pattern/suggest.ts';
import { Failure } from '../findings/failure.ts';
import type { Found, PatternSource } from './found.ts';

/** @throws Failure for an address that does not exist, is ambiguous, or belongs to an unreadable pattern */
export function select(file: string, address: string, found: Found): PatternSource {
  const { patterns, skipped, broken, notJson } = found;
  if (notJson !== undefined) throw new Failure(notJson);
  const [pattern, another] = patterns.filter((one) => one.address === address);
  if (another !== undefined) {
    throw new Failure({ file, message: `several patterns have the address \`${address}\`` });
  }
  if (pattern !== undefined) return pattern;
  const known = broken.find((one) => one.address === address);
  if (known !== undefined) throw new Failure(known.problem);
  const unknown = skipped.find((one) => one.address === address);
  if (unknown !== undefined) throw new Failure({ ...unknown, message: `${unreadable(unknown)}: ${unknown.message}` });
  const addresses = patterns.flatMap((one) => one.address ?? []);
  if (patterns.some((one) => one.address === undefined)) {
    throw new Failure({ message: `\`${file}\` is one pattern, and has no address \`${address}\`` });
  }
  const all = [...addresses, ...skipped.map((one) => one.address), ...broken.map((one) => one.address)];
  const meant = nearest(address, all) ?? partOf(address, all);
  const hint = meant === undefined ? `it has ${list(all)}` : `did you mean \`${meant}\`? it has ${list(all)}`;
  throw new Failure({ message: `\`${file}\` has no pattern \`${address}\`; ${hint}` });
}

/** @throws Failure when the file has several patterns, or an unreadable one */
export function single(file: string, { patterns, skipped, broken }: Found): PatternSource {
  const [pattern, another] = patterns;
  if (pattern !== undefined && another === undefined) return pattern;
  if (pattern !== undefined) {
    const names = list(patterns.map((one) => `#${one.address}`));
    throw new Failure({ message: `\`${file}\` holds ${patterns.length} patterns; say which: ${names}` });
  }
  const [unknown] = skipped;
  if (unknown === undefined) throw new Failure(broken.map(({ problem }) => problem));
  throw new Failure({ ...unknown, message: `${unreadable(unknown)}: ${unknown.message}` });
}

function unreadable({ address }: { readonly address: string }): string {
  return `the pattern of \`${address}\` is not known`;
}

/** An address is long, and a unique part of one may be meant, such as the name without module or type. */
function partOf(part: string, addresses: readonly string[]): string | undefined {
  const found = addresses.filter((address) => address.includes(part));
  return part !== '' && found.length === 1 ? found[0] : undefined;
}

const MAX_LISTED = 10;

function list(addresses: readonly string[]): string {
  const shown = addresses.slice(0, MAX_LISTED).map((address) => `\`${address}\``);
  const left = addresses.length - shown.length;
  return left > 0 ? `${shown.join(', ')} and ${left} more` : shown.join(', ');
}

/** The body of an answer as a JSON object, or a sentence about why it is none. Nothing here knows the service. */
import type { Response } from './send.ts';
import { isObject } from './transport/reply.ts';

export type Body =
  | { readonly object: Readonly<Record<string, unknown>> }
  | {
      readonly code: 'InvalidResponse' | 'ResponseTooLarge' | 'ResponseTooDeep';
      /** Goes on after "the answer with status 200". */
      readonly problem: string;
      readonly hint?: string;
    };

/** A stream has about ten levels. What is deeper would exhaust the stack of code that walks it, also the caller's. */
const DEEPEST = 100;

export function readBody({ text, header, limit }: Response): Body {
  const type = (header('content-type') ?? 'no content type').replace(/;.*/s, '').slice(0, 100);
  if (text === undefined) {
    const hint = 'raise `maxResponseSize`, or list with a smaller `limit`';
    return { code: 'ResponseTooLarge', problem: `is longer than ${limit} bytes`, hint };
  }
  const encoding = header('content-encoding')?.trim().slice(0, 100) ?? '';
  if (text !== '' && encoding !== '' && !/^identity$/i.test(encoding)) {
    return invalid(`is encoded as ${encoding}, which was not asked for (${type})`);
  }
  if (isDeeper(text, DEEPEST)) return { code: 'ResponseTooDeep', problem: `is nested deeper than ${DEEPEST} levels` };
  const value = parsed(text);
  return isObject(value) ? { object: value } : invalid(`is not a JSON object (${text === '' ? 'it is empty' : type})`);
}

function invalid(problem: string): Body {
  return { code: 'InvalidResponse', problem };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Counts brackets outside strings; what is not JSON may be counted wrongly, and fails elsewhere. */
function isDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === QUOTE) {
      for (i++; i < text.length && text.charCodeAt(i) !== QUOTE; i++) if (text.charCodeAt(i) === BACKSLASH) i++;
    } else if (unit === 0x7b || unit === 0x5b) {
      if (++depth > limit) return true;
    } else if (unit === 0x7d || unit === 0x5d) depth--;
  }
  return false;
}

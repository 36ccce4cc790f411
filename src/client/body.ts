/** Reads the body of a response as a JSON object, or says why it is none. */
import type { Response } from './send.ts';
import { isObject } from './transport/reply.ts';

export type Body =
  | { readonly object: Readonly<Record<string, unknown>> }
  | {
      readonly code: 'InvalidResponse' | 'ResponseTooLarge' | 'ResponseTooDeep';
      /** The end of a sentence that begins with "the answer with status 200". */
      readonly problem: string;
      readonly hint?: string;
    };

/** Levels. A stream has about ten; a hostile body could exhaust the stack of recursive code, of the caller too. */
const DEEPEST = 100;

export function readBody({ text, header, limit }: Response): Body {
  const type = (header('content-type') ?? 'no content type').replace(/;.*/s, '').slice(0, 100);
  if (text === undefined) {
    const hint = 'raise `maxResponseSize`, or list with a smaller `limit`';
    return { code: 'ResponseTooLarge', problem: `is longer than ${limit} bytes`, hint };
  }
  const encoding = header('content-encoding')?.trim().slice(0, 100) ?? '';
  if (text !== '' && encoding !== '' && !/^identity$/i.test(encoding)) {
    return invalid(`is encoded as ${encoding}, although only plain text was accepted (${type})`);
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

/** Counts brackets outside strings. The count may be wrong for text that is not JSON, which `JSON.parse` refuses afterwards. */
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

/** The answers of `code`: of one code, and of all codes. */
import { answer } from '../../answer/answer.ts';
import { severity } from '../../answer/finding.ts';
import { about, list, object, oneOf, type Shape, text } from '../../answer/shape.ts';

const fixable: Shape<string | boolean> = { schema: { type: ['boolean', 'string'] } };

export const codeAnswer = answer(
  'code',
  { code: text, severity, summary: text, why: text, avoid: text, prefer: text, evidence: text },
  { fixable: about('Whether a finding may have fixes; text says why it has none.', fixable) },
);

export const listedCode = object({ code: text, severity, summary: text, about: oneOf('patterns', 'streams') });
export const codesAnswer = answer('code', { codes: list(listedCode) });

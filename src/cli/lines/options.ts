/** What the flags of the commands that read lines say. */
import type { LanguageOptions } from '../patterns/pattern.ts';

export interface LineOptions extends LanguageOptions {
  readonly wellFormed?: boolean;
  readonly onBadLine: 'fail' | 'skip';
  /** In bytes. */
  readonly maxLine: number;
  readonly jobs?: number;
  /** How events stand in the input; undefined for what its first value says. */
  readonly input?: 'lines' | 'values';
}

/** Fixes as edits of the files, for reports in JSON and SARIF. */
import type { Fix } from '../../index.ts';
import type { NamedText } from '../files/source.ts';
import { problemsOf } from '../findings/failure.ts';
import type { Rewrite } from '../findings/relocate.ts';
import { readNamed } from '../sources/document.ts';
import type { PatternSource } from '../sources/found.ts';
import { editsInFile } from './file.ts';

/**
 * Characters of documents to read in one run to verify fixes: about a second of YAML. A fix of a file that is the pattern costs nothing.
 * JSON is read ten times as fast.
 */
const BUDGET = 1_000_000;
const READINGS = 4;

/**
 * The fixes of the only pattern of a document, as edits of the file. A text with several patterns, or without readable ones, is not
 * changed.
 */
export function rewriteIn({ file, text }: { readonly file: string; readonly text: string }): Rewrite {
  const rewrites = new Rewrites();
  let rewrite: Rewrite | undefined;
  return (fix) => {
    rewrite ??= rewriteOf(patternsIn({ name: file, text }));
    return rewrite(fix);
  };

  function rewriteOf([only, another]: readonly PatternSource[]): Rewrite {
    return only === undefined || another !== undefined ? () => undefined : rewrites.of(only);
  }
}

function patternsIn(source: NamedText): readonly PatternSource[] {
  try {
    return readNamed(source).patterns;
  } catch (thrown) {
    // A Failure means that it is no document with patterns; anything else is a bug.
    problemsOf(thrown);
    return [];
  }
}

export class Rewrites {
  private left = BUDGET;
  /** The number of fixes left out because the budget was spent. */
  omitted = 0;

  of(source: PatternSource): Rewrite {
    return (fix: Fix) => {
      const { file, text, within } = source;
      if (text !== within) {
        const cost = (within.length * READINGS) / (/\.ya?ml$/i.test(file) ? 1 : 10);
        if (cost > this.left) {
          this.omitted++;
          return undefined;
        }
        this.left -= cost;
      }
      return editsInFile(source, fix);
    };
  }

  /** Notes of the report. */
  get note(): readonly string[] {
    if (this.omitted === 0) return [];
    const what = this.omitted === 1 ? '1 fix is' : `${this.omitted} fixes are`;
    return [
      `${what} not listed: too much would have to be read to prove them; check fewer files at once, or use --fix`,
    ];
  }
}

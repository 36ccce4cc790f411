/** Fixes as edits of the files, for reports in JSON and SARIF. */
import type { Fix } from '../../index.ts';
import type { Source } from '../files/source.ts';
import { problemsOf } from '../findings/failure.ts';
import type { Rewrite } from '../findings/relocate.ts';
import { readNamed } from '../sources/document.ts';
import type { PatternSource } from '../sources/found.ts';
import { editsInFile } from './file.ts';

/**
 * Characters of documents that are read to prove fixes, in one run: about a second of YAML. A fix of a file that is the pattern costs nothing.
 * JSON is read ten times as fast.
 */
const BUDGET = 1_000_000;
const READINGS = 4;

/**
 * The fixes of the one pattern of a document, as edits of the file. Nothing is rewritten in a text that holds several patterns, or cannot be read as
 * patterns are.
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

function patternsIn(source: Source): readonly PatternSource[] {
  try {
    return readNamed(source).patterns;
  } catch (thrown) {
    // What is no document of patterns is a failure; anything else is a bug.
    problemsOf(thrown);
    return [];
  }
}

export class Rewrites {
  private left = BUDGET;
  /** Fixes that were left out because too much would have to be read. */
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

  /** For the notes of the report. */
  get note(): readonly string[] {
    if (this.omitted === 0) return [];
    const what = this.omitted === 1 ? '1 fix is' : `${this.omitted} fixes are`;
    return [
      `${what} not listed: too much would have to be read to prove them; check fewer files at once, or use --fix`,
    ];
  }
}

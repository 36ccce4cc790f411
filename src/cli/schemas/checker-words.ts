/** Messages of the checker, for schemas: they say what `check` says, without the value, which a schema does not know. */
import { type Diagnostic, type Dialect, type DialectName, parsePattern } from '../../index.ts';

/** The sentences for samples of wrong patterns. */
export class CheckerWords {
  private readonly dialect: DialectName | Dialect;

  constructor(dialect: DialectName | Dialect) {
    this.dialect = dialect;
  }

  /** The message of the first error. */
  of(pattern: unknown): string {
    return this.error(pattern).message;
  }

  /** The message without what was found instead: `the operand of \`prefix\` is a string`. */
  expected(pattern: unknown): string {
    return withoutFound(this.of(pattern));
  }

  /** The same with the hint, which must not depend on the sample. */
  advised(pattern: unknown): string {
    const { message, hint } = this.error(pattern);
    return `${withoutFound(message)}; ${hint}`;
  }

  hint(pattern: unknown): string | undefined {
    return this.error(pattern).hint;
  }

  /** The message about a value that it quotes: `this bound is outside …`. */
  about(sample: string, pattern: unknown): string {
    const [before = '', after = ''] = this.of(pattern).split(`\`${sample}\``);
    const noun = /the \w+ $/.exec(before)?.[0];
    return noun === undefined
      ? `${before}this${after}`
      : `${before.slice(0, -noun.length)}${noun.replace('the', 'this').trim()}${after}`;
  }

  private error(pattern: unknown): Diagnostic {
    const { diagnostics } = parsePattern(JSON.stringify(pattern), { dialect: this.dialect });
    const found = diagnostics.find(({ severity }) => severity === 'error');
    if (found === undefined) throw new Error(`a bug in the schemas: ${JSON.stringify(pattern)} has no error`);
    return found;
  }
}

function withoutFound(message: string): string {
  return message.split(', not ', 1).join();
}

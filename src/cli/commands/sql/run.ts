/** `eb-pattern sql`: a necessary condition of a pattern for a database. */
import { writeAnswer } from '../../answer/answer.ts';
import { Failure } from '../../findings/failure.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import type { Format, Session } from '../../session/session.ts';
import { sqlCondition } from '../../sql/condition.ts';
import { UNWRITABLE } from '../../sql/engine.ts';
import { type EngineName, engines } from '../../sql/engines.ts';
import { YES } from '../../terminal/exit-code.ts';
import { sqlAnswer } from './answer.ts';

export interface SqlOptions extends LanguageOptions {
  readonly target: EngineName;
  readonly column: string;
  readonly format: Format;
}

export async function sql(file: string, options: SqlOptions, session: Session): Promise<number> {
  const { target, column, format } = options;
  if (column === '' || UNWRITABLE.test(column)) {
    throw new Failure({ message: '`--column` is the name of a column, without NUL' });
  }
  const source = await session.patterns.one(file);
  const pattern = validPattern(source, patternOptions(options));
  const { condition, wider } = sqlCondition(pattern, column, engines[target]);
  if (format === 'json') {
    writeAnswer(sqlAnswer, { pattern: source.name, target, column, condition, wider }, session);
    return YES;
  }
  const comments = [
    `A necessary condition of ${comment(source.name)} for ${engines[target].title}: every event that matches meets it.`,
    'Others meet it, too: pass what it keeps to `eb-pattern filter`.',
    'Rows that the engine may read in another way than the matcher meet it.',
    ...(pattern.dialect.rules.arrays === 'transparent' ? ['Rows with arrays in arrays in arrays meet it.'] : []),
    ...wider.map(({ path, why }) => `Wider for ${comment(path.join('.'))}: ${comment(why, false)}.`),
  ];
  // As bytes: a text would be escaped for logs, and a literal must stay as it is.
  session.io.stdout.write(Buffer.from(`${comments.map((line) => `-- ${line}\n`).join('')}${condition}\n`));
  return YES;
}

/** Printable ASCII on one line, since a line end would end the comment. */
function comment(text: string, quoted = true): string {
  const escaped = (quoted ? JSON.stringify(text) : text).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return escaped;
}

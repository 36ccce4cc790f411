/** `eb-pattern schema`: prints a JSON Schema, for editors and for readers of reports. */
import type { Command } from 'commander';
import { nearest } from '../../../pattern/suggest.ts';
import { Failure } from '../../findings/failure.ts';
import type { LanguageOptions } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import { YES } from '../../terminal/exit-code.ts';
import { printableJson } from '../../terminal/terminal.ts';

type Load = (options: LanguageOptions, program: Command) => Promise<unknown>;

const forEditors = () => import('../../schemas/schemas.ts');

const SCHEMAS: Readonly<Record<string, Load>> = {
  suite: async () => (await forEditors()).suiteForEditors(),
  pattern: async ({ dialect, extension }) => (await forEditors()).patternForEditors(dialect, extension),
  config: async (_, program) => (await forEditors()).configForEditors(program),
  stream: async () => (await forEditors()).streamForEditors(),
  report: async () => (await forEditors()).identified('report', (await import('./report.ts')).reportSchema),
};

/** The documents with a schema, by name. */
export const schemaNames: readonly string[] = Object.keys(SCHEMAS);

/** `program` supplies the choices of flags, which are also those of the config file. */
export async function schema(
  what: string,
  options: LanguageOptions,
  session: Session,
  program: Command,
): Promise<number> {
  const load = schemaNames.includes(what) ? SCHEMAS[what] : undefined;
  if (load === undefined) {
    const meant = nearest(what, schemaNames);
    const hint = meant === undefined ? `there are ${list(schemaNames)}` : `did you mean \`${meant}\`?`;
    throw new Failure({ message: `there is no schema \`${what}\`; ${hint}` });
  }
  session.out.line(printableJson(await load(options, program)));
  return YES;
}

function list(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  return `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)}`;
}

/** `eb-pattern schema`: a JSON Schema for an editor. */
import type { Command } from 'commander';
import { nearest, patternSchema } from '../../index.ts';
import { choicesOf, configSchema } from '../config/schema.ts';
import { YES } from '../exit.ts';
import { Failure } from '../failure.ts';
import type { LanguageOptions } from '../read/pattern.ts';
import { type Session, writeJson } from '../session.ts';
import { suiteSchema } from '../suite/schema.ts';

const NAMES = ['suite', 'pattern', 'config'];

/** `program` knows what the flags may be, which the config file says too. */
export async function schema(
  what: string,
  options: LanguageOptions,
  session: Session,
  program: Command,
): Promise<number> {
  if (what === 'suite') writeJson(suiteSchema, session);
  else if (what === 'config') writeJson(configSchema(choicesOf(program)), session);
  else if (what === 'pattern') {
    writeJson(patternSchema(options.dialect, { extensions: options.extension ?? [] }), session);
  } else {
    const meant = nearest(what, NAMES);
    const hint = meant === undefined ? 'there are `suite`, `pattern` and `config`' : `did you mean \`${meant}\`?`;
    throw new Failure({ message: `there is no schema \`${what}\`; ${hint}` });
  }
  return YES;
}

/** `eb-pattern schema`: a JSON Schema for an editor. */
import { nearest, patternSchema } from '../../index.ts';
import { YES } from '../exit.ts';
import { Failure } from '../failure.ts';
import type { LanguageOptions } from '../read/pattern.ts';
import { type Session, writeJson } from '../session.ts';
import { suiteSchema } from '../suite/schema.ts';

export async function schema(what: string, options: LanguageOptions, session: Session): Promise<number> {
  if (what === 'suite') writeJson(suiteSchema, session);
  else if (what === 'pattern') {
    writeJson(patternSchema(options.dialect, { extensions: options.extension ?? [] }), session);
  } else {
    const meant = nearest(what, ['suite', 'pattern']);
    const hint = meant === undefined ? 'there are `suite` and `pattern`' : `did you mean \`${meant}\`?`;
    throw new Failure({ message: `there is no schema \`${what}\`; ${hint}` });
  }
  return YES;
}

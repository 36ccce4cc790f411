/** `eb-pattern convert`: a pattern in the language of another cloud, or what cannot be said there. */
import { convertPattern } from '../../../convert/convert.ts';
import type { Side } from '../../../convert/names.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { Failure } from '../../findings/failure.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import type { Format, Session } from '../../session/session.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { convertAnswer } from './answer.ts';

export interface ConvertOptions extends Pick<LanguageOptions, 'extension'> {
  readonly to: Side;
  readonly format: Format;
}

export async function convert(name: string, options: ConvertOptions, session: Session): Promise<number> {
  const { to } = options;
  const from: Side = to === 'aws' ? 'aliyun' : 'aws';
  const source = await session.patterns.one(name);
  if (source.dialect === to) {
    throw new Failure({ message: `\`${source.name}\` is a pattern of ${to} already; give \`--to ${from}\`` });
  }
  const pattern = validPattern(source, patternOptions({ ...options, dialect: from }));
  const { texts, unsaid } = convertPattern(pattern, to);
  const [text, ...others] = texts;
  if (options.format === 'json') {
    const converted = text === undefined ? {} : others.length === 0 ? { converted: text } : { several: texts };
    writeAnswer(convertAnswer, { pattern: source.name, from, to, ...converted, unsaid }, session);
  } else if (text !== undefined) {
    // Documents of one YAML file, in which each pattern has its number.
    session.io.stdout.write(`${texts.join('\n---\n')}\n`);
    if (others.length > 0) {
      const note = `\`$or\` became ${texts.length} patterns, divided by \`---\` as in a file of YAML; one of them must match`;
      session.err.paragraph(note, 'dim');
    }
  } else {
    for (const { pointer, message } of unsaid) {
      const place = pointer === '' ? '' : `${pointer}: `;
      session.out.paragraph(`✗ ${source.name}: ${place}${message}`, 'bad');
    }
  }
  return text === undefined ? NO : YES;
}

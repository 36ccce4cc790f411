/** `eb-pattern convert`: a pattern in the language of another cloud, or what cannot be said there. */
import { convertPattern } from '../../../convert/convert.ts';
import { crossCheckClouds } from '../../../convert/cross-check.ts';
import type { Side } from '../../../convert/names.ts';
import { writeAnswer } from '../../answer/answer.ts';
import { Failure } from '../../findings/failure.ts';
import { type LanguageOptions, patternOptions, validPattern } from '../../patterns/pattern.ts';
import type { Format, Session } from '../../session/session.ts';
import { NO, YES } from '../../terminal/exit-code.ts';
import { convertAnswer } from './answer.ts';
import { differencesOf, showDifferences } from './differences.ts';

export interface ConvertOptions extends Pick<LanguageOptions, 'extension'> {
  readonly to: Side;
  readonly differences?: boolean;
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
  const found = options.differences ? differencesOf(crossCheckClouds(pattern, to)) : undefined;
  if (options.format === 'json') {
    const converted = text === undefined ? {} : others.length === 0 ? { converted: text } : { several: texts };
    writeAnswer(convertAnswer, { pattern: source.name, from, to, ...converted, unsaid, ...found }, session);
  } else if (text !== undefined) {
    // Documents of one YAML file, in which each pattern has its number.
    session.io.stdout.write(`${texts.join('\n---\n')}\n`);
    if (others.length > 0) {
      const note = `\`$or\` became ${texts.length} patterns, divided by \`---\` as in a file of YAML; one of them must match`;
      session.err.paragraph(note, 'dim');
    }
    if (found !== undefined) showDifferences(found, to, session);
  } else {
    for (const { pointer, message } of unsaid) {
      const place = pointer === '' ? '' : `${pointer}: `;
      session.out.paragraph(`✗ ${source.name}: ${place}${message}`, 'bad');
    }
  }
  return text === undefined ? NO : YES;
}

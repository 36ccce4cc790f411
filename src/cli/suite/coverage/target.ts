/** What `--coverage-output` takes: a format and a file. */
import { InvalidArgumentError } from 'commander';

const FORMATS = ['text', 'json', 'html'] as const;

export interface CoverageOutput {
  readonly format: (typeof FORMATS)[number];
  readonly file: string;
}

/** @throws InvalidArgumentError for what is not `FORMAT:FILE` */
export function coverageOutput(text: string, before: readonly CoverageOutput[] = []): readonly CoverageOutput[] {
  const colon = text.indexOf(':');
  const format = FORMATS.find((name) => name === text.slice(0, Math.max(0, colon)));
  const file = text.slice(colon + 1);
  if (format !== undefined && file !== '') return [...before, { format, file }];
  throw new InvalidArgumentError(
    `it is a format (${FORMATS.join(', ')}), a colon and a file, such as html:coverage.html`,
  );
}

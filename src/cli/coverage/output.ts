/** Coverage and mutation as the text of a file, in each of the formats. */

import { documentText } from '../answer/answer.ts';
import { exact } from '../answer/exact.ts';
import { writeWhole } from '../files/write.ts';
import { withoutCommands } from '../terminal/log-text.ts';
import { Terminal } from '../terminal/terminal.ts';
import { measured } from './answer.ts';
import { coveragePage } from './html.ts';
import { showCoverage } from './human.ts';
import { reportCoverage, reportMutation } from './json.ts';
import type { Coverage } from './measure.ts';
import type { PatternMutation } from './mutants.ts';
import type { CoverageFile, CoverageFormat } from './options.ts';
import { showMutation } from './show-survivors.ts';

type Render = (coverage: Coverage, mutation: readonly PatternMutation[] | undefined) => string;

const RENDER: Readonly<Record<CoverageFormat, Render>> = {
  text: renderText,
  json: renderJson,
  html: coveragePage,
};

/** @throws Failure */
export async function writeCoverage(
  { format, file, path }: CoverageFile,
  found: { readonly coverage: Coverage; readonly mutation?: readonly PatternMutation[] | undefined },
): Promise<void> {
  await writeWhole(file, path, withoutCommands(RENDER[format](found.coverage, found.mutation)));
}

function renderText(coverage: Coverage, mutation: readonly PatternMutation[] | undefined): string {
  let text = '';
  const write = (chunk: string | Uint8Array): void => {
    text += chunk;
  };
  const out = new Terminal({ write }, { NO_COLOR: '1' });
  showCoverage(coverage, true, out);
  if (mutation !== undefined) showMutation(mutation, out);
  return text;
}

function renderJson(coverage: Coverage, mutation: readonly PatternMutation[] | undefined): string {
  const members = exact(measured, {
    coverage: reportCoverage(coverage),
    ...(mutation === undefined ? {} : { mutation: reportMutation(mutation) }),
  });
  return `${documentText('test', members)}\n`;
}

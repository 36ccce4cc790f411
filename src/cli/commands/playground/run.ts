/** `eb-pattern playground`: the page that shows a pattern beside its events, served on this machine or written to a folder. */
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { printJson, readJson } from '../../../json.ts';
import { LinkError, pack, type SharedEvent } from '../../../playground/state/fragment.ts';
import { eventsIn, pretty } from '../../../playground/state/incoming.ts';
import type { YamlTexts } from '../../../playground/state/readers.ts';
import type { NamedText } from '../../files/source.ts';
import { writeWhole } from '../../files/write.ts';
import { Failure } from '../../findings/failure.ts';
import { plural } from '../../findings/show.ts';
import { type PageFile, pageFiles } from '../../page/files.ts';
import { servePage } from '../../page/server.ts';
import { DEFAULT_DIALECT, type LanguageOptions } from '../../patterns/pattern.ts';
import type { Session } from '../../session/session.ts';
import { readYamlDocuments, YamlFailure } from '../../syntax/yaml.ts';
import { INTERRUPTED, YES } from '../../terminal/exit-code.ts';
import { openBrowser } from './browser.ts';

export interface PlaygroundOptions extends LanguageOptions {
  /** A free one when absent. */
  readonly port?: number;
  /** Whether to open the browser. */
  readonly open: boolean;
  /** The folder to write the page to, instead of serving it. */
  readonly out?: string;
}

export async function playground(
  pattern: string | undefined,
  events: readonly string[],
  options: PlaygroundOptions,
  session: Session,
): Promise<number> {
  const fragment = pattern === undefined ? '' : await fragmentOf(pattern, events, options, session);
  const files = await pageFiles();
  return options.out === undefined
    ? serve(files, fragment, options, session)
    : write(files, fragment, options.out, session);
}

async function serve(
  files: readonly PageFile[],
  fragment: string,
  { port, open }: PlaygroundOptions,
  { io, out, err }: Session,
): Promise<number> {
  const signal = io.onInterrupt?.();
  const server = await servePage(files, port);
  const url = server.url + fragment;
  out.line(url);
  if (open && !(await openBrowser(url)))
    err.line('eb-pattern: no browser could be opened: open the address above in one');
  err.line('The page is served until Ctrl-C. It sends nothing.');
  await interrupted(signal);
  await server.close();
  return INTERRUPTED;
}

function interrupted(signal: AbortSignal | undefined): Promise<void> {
  return new Promise((end) => {
    if (signal?.aborted) end();
    else signal?.addEventListener('abort', () => end(), { once: true });
  });
}

async function write(
  files: readonly PageFile[],
  fragment: string,
  folder: string,
  { io, out }: Session,
): Promise<number> {
  const full = resolve(io.cwd, folder);
  for (const { name, content } of files) await writeWhole(join(folder, name), join(full, name), content.toString());
  out.line(`wrote ${plural(files.length, 'file')} to ${folder}`);
  out.line(pathToFileURL(join(full, 'index.html')).href + fragment);
  return YES;
}

/** @throws Failure for unreadable files, and for more than a link can contain */
async function fragmentOf(
  pattern: string,
  events: readonly string[],
  { dialect = DEFAULT_DIALECT, extension = [] }: LanguageOptions,
  session: Session,
): Promise<string> {
  const text = await patternText(pattern, session);
  const shared: SharedEvent[] = [];
  for (const name of events) {
    const source = await session.sources.read(name);
    const texts = eventsIn(source.text, (text) => yamlTexts({ name, text }));
    for (const [i, one] of texts.entries()) {
      shared.push({ text: one, name: texts.length === 1 ? source.name : `${source.name} ${i + 1}` });
    }
  }
  const all = shared.length === 0 ? [{ text: '{}\n' }] : shared;
  try {
    return await pack({ pattern: text, events: all, dialect, extensions: extension });
  } catch (thrown) {
    if (thrown instanceof LinkError) throw new Failure({ message: `${thrown.message}; open fewer events` });
    throw thrown;
  }
}

function yamlTexts(source: NamedText): YamlTexts {
  try {
    return { texts: readYamlDocuments(source, { what: 'the event' }).map(printJson) };
  } catch (thrown) {
    if (thrown instanceof YamlFailure) return { problem: thrown.diagnostic.message };
    throw thrown;
  }
}

/** A file that is no JSON is accepted, too: the page shows its errors. */
async function patternText(name: string, session: Session): Promise<string> {
  try {
    return pretty((await session.patterns.one(name)).text);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    const { text } = await session.sources.read(name);
    if (/^\s*\{/.test(text) && readJson(text).problem !== undefined) return text;
    throw thrown;
  }
}

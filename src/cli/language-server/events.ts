/** The events for a pattern: those of suites that test it, and JSON files of its folder and of `events/` in it. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { compilePattern, EventSyntaxError, type Explanation, type Pattern } from '../../index.ts';
import { readJson } from '../../json.ts';
import { slashes } from '../files/file-name.ts';
import { problemsOf } from '../findings/failure.ts';
import { isSuiteName } from '../fix/suite.ts';
import type { Session } from '../session/session.ts';
import { recognise } from '../sources/recognise.ts';
import type { Workspace } from './workspace.ts';

export interface NearbyEvent {
  /** Its file name, or the name of its test. */
  readonly name: string;
  /** JSON text. */
  readonly text: string;
}

/** The most events; more are left out. */
const MAX_EVENTS = 200;
const MAX_FILES = 500;
/** Characters of one event, and of all; longer ones are left out. */
const MAX_EVENT = 200_000;
const MAX_ALL = 1_000_000;

/** The events of a document: for a suite, its own; for patterns, those beside the file. */
export async function eventsOf(path: string, workspace: Workspace): Promise<NearbyEvents> {
  const session = await workspace.session();
  const events = withinBudget(await allEvents(path, session));
  return { events, files: new Set(session.sources.paths) };
}

export interface NearbyEvents {
  readonly events: readonly NearbyEvent[];
  /** As in `Analysis`. */
  readonly files: ReadonlySet<string>;
}

async function allEvents(path: string, session: Session): Promise<Iterable<NearbyEvent>> {
  if (isSuiteName(basename(path))) return eventsOfSuite(path, session);
  const folder = dirname(path);
  const suites = await suitesAbout(path, folder, session);
  const tested = (await Promise.all(suites.map((suite) => eventsOfSuite(suite, session)))).flat();
  const files = await eventFiles([folder, join(folder, 'events')], session);
  const own = slashes(relative(session.io.cwd, path));
  const all = [...tested, ...files.filter(({ name }) => name !== own)];
  return new Map(all.map((one) => [one.text, one])).values();
}

function withinBudget(events: Iterable<NearbyEvent>): readonly NearbyEvent[] {
  const kept: NearbyEvent[] = [];
  let length = 0;
  for (const event of events) {
    length += event.text.length;
    if (length > MAX_ALL || kept.length === MAX_EVENTS) break;
    kept.push(event);
  }
  return kept;
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
  return files.sort().slice(0, MAX_FILES);
}

/** Suites in the folder and its subfolders that name the file. */
async function suitesAbout(path: string, folder: string, session: Session): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const inside = entries.filter((entry) => entry.isDirectory() && !/^(?:\.|node_modules$)/.test(entry.name));
  const folders = [folder, dirname(folder), ...inside.map(({ name }) => join(folder, name))];
  const suites = (await Promise.all(folders.map(filesIn))).flat().filter((file) => isSuiteName(basename(file)));
  const about: string[] = [];
  for (const suite of suites.slice(0, MAX_FILES)) {
    const text = await textOf(suite, session);
    if (text?.includes(basename(path)) === true) about.push(suite);
  }
  return about;
}

async function textOf(path: string, { sources, io }: Session): Promise<string | undefined> {
  try {
    return (await sources.file(slashes(relative(io.cwd, path)), path)).text;
  } catch (thrown) {
    // An unreadable file has a finding when it is opened itself.
    problemsOf(thrown);
    return undefined;
  }
}

async function eventsOfSuite(path: string, session: Session): Promise<readonly NearbyEvent[]> {
  const { sources, patterns, io } = session;
  const [{ loadSuite }, { Events }, { Inline }] = await Promise.all([
    import('../suite/run.ts'),
    import('../suite/event.ts'),
    import('../suite/inline.ts'),
  ]);
  try {
    const suite = loadSuite(await sources.file(slashes(relative(io.cwd, path)), path));
    const events = new Events(suite, new Inline(suite.document, { sources, patterns, cwd: io.cwd }));
    const found: NearbyEvent[] = [];
    for (const test of suite.tests.slice(0, MAX_EVENTS)) {
      const { text } = await events.of(test);
      if (text.length > MAX_EVENT) continue;
      found.push({ name: test.name, text });
    }
    return found;
  } catch (thrown) {
    problemsOf(thrown);
    return [];
  }
}

async function eventFiles(folders: readonly string[], session: Session): Promise<readonly NearbyEvent[]> {
  const found: NearbyEvent[] = [];
  for (const path of (await Promise.all(folders.map(filesIn))).flat()) {
    if (!/\.json$/i.test(path) || /\.pattern\.json$/i.test(path) || found.length >= MAX_EVENTS) continue;
    const text = await textOf(path, session);
    if (text === undefined || text.length > MAX_EVENT) continue;
    const { node } = readJson(text);
    const isBelow = basename(dirname(path)) === 'events' && node?.kind === 'object';
    if (node === undefined || !(isBelow || recognise(node, path).kind === 'event')) continue;
    found.push({ name: slashes(relative(session.io.cwd, path)), text });
  }
  return found;
}

/** The events that match. */
export function matching(pattern: Pattern, events: readonly NearbyEvent[]): readonly NearbyEvent[] {
  const matcher = compilePattern(pattern);
  return events.filter(({ text }) => ofEvent(() => matcher.matchesJson(text)) === true);
}

/** Fields of all explanations together. */
const MAX_EXPLAINED_FIELDS = 5000;

export interface ExplainedEvent {
  readonly event: NearbyEvent;
  readonly explanation: Explanation;
}

/** Of the first events, as many as the limit of fields permits. */
export function explanationsOf(pattern: Pattern, events: readonly NearbyEvent[]): readonly ExplainedEvent[] {
  const matcher = compilePattern(pattern);
  const most = Math.floor(MAX_EXPLAINED_FIELDS / (pattern.fields.length + 1));
  return events.slice(0, most).flatMap((event) => {
    const explanation = ofEvent(() => matcher.explain(event.text));
    return explanation === undefined ? [] : [{ event, explanation }];
  });
}

/** Undefined for a text that is no event, which is reported in its own file. */
function ofEvent<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof EventSyntaxError) return undefined;
    throw thrown;
  }
}

/** `2 of 3 events match` */
export function countText(matched: number, all: number, verb = 'match'): string {
  const noun = all === 1 ? 'event' : 'events';
  return `${matched} of ${all} ${noun} ${all === 1 ? `${verb}es` : verb}`;
}

/** Inserts missing verdicts into suites, as write-tests.ts inserts tests. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { JsonNode } from '../../../index.ts';
import { printJson } from '../../../json.ts';
import { STDIN } from '../../files/file-name.ts';
import { writeWhole } from '../../files/write.ts';
import { Failure, type Problem } from '../../findings/failure.ts';
import type { MissingVerdict } from '../../suite/judge.ts';
import type { SuiteResult } from '../../suite/run.ts';
import type { SuiteTest } from '../../suite/suite.ts';
import { problemAt, readDocument, type SourceDocument } from '../../syntax/document.ts';
import { InsertionPlaces } from './insertion-place.ts';

export interface Written {
  readonly test: SuiteTest;
  /** `match: true` */
  readonly text: string;
}

interface Insertion extends Written {
  readonly at: number;
  readonly inserted: string;
}

/** @throws Failure for verdicts that cannot be inserted, and for a file that cannot be written */
export async function writeVerdicts({ document, missing }: SuiteResult, cwd: string): Promise<readonly Written[]> {
  if (missing.length === 0) return [];
  if (document.file === STDIN) {
    throw new Failure({ message: 'verdicts are missing, and standard input cannot be updated' });
  }
  const text = updated(document, missing);
  await writeEdited(document, text.text, cwd);
  return text.written;
}

/**
 * Writes a suite whose text was made from the one that was read.
 * @throws Failure for a file that has changed since, or cannot be written
 */
export async function writeEdited(document: SourceDocument, text: string, cwd: string): Promise<void> {
  const path = resolve(cwd, document.file);
  await writeWhole(document.file, path, (await byteOrderMark(document, path)) + text);
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The byte order mark of the file, which the text does not include.
 * @throws Failure for a file that has changed, since the change would be lost
 */
async function byteOrderMark({ file, text }: SourceDocument, path: string): Promise<string> {
  const now = await readFile(path, 'utf8').catch(() => undefined);
  if (now === text) return '';
  if (now === BYTE_ORDER_MARK + text) return BYTE_ORDER_MARK;
  throw new Failure({ message: `\`${file}\` has changed since it was read, and is not written; run again` });
}

/** The text with the verdicts in it. */
function updated(
  document: SourceDocument,
  missing: SuiteResult['missing'],
): { readonly text: string; readonly written: readonly Written[] } {
  const places = new InsertionPlaces(document);
  const problems: Problem[] = [];
  const insertions = new Map<number, Insertion>();
  for (const { test, verdict } of missing) {
    const { origin } = test;
    const path = ['tests', origin.test, ...(origin.row === undefined ? [] : ['each', origin.row])];
    const place = places.behindLast(path);
    const said = place === undefined ? undefined : sayVerdict(verdict, place.quoted);
    if (place === undefined || said === undefined || insertions.has(place.at)) {
      problems.push(byHand(document, test, verdict));
      continue;
    }
    insertions.set(place.at, { test, text: said, at: place.at, inserted: place.before + said });
  }
  if (problems.length > 0) throw new Failure(problems);
  const ordered = [...insertions.values()].sort((a, b) => a.at - b.at);
  let text = '';
  let from = 0;
  for (const { at, inserted } of ordered) {
    text += document.text.slice(from, at) + inserted;
    from = at;
  }
  text += document.text.slice(from);
  if (!means(text, document, missing)) {
    throw new Failure(missing.map(({ test, verdict }) => byHand(document, test, verdict)));
  }
  return { text, written: ordered };
}

function byHand(document: SourceDocument, test: SuiteTest, verdict: MissingVerdict): Problem {
  const said = `\`${sayVerdict(verdict, false)}\``;
  return problemAt(
    document,
    test.range,
    `the verdict of \`${test.name}\` cannot be written here; write ${said} by hand`,
  );
}

function sayVerdict({ name, value }: MissingVerdict, quoted: boolean): string {
  const id = (text: string): string => (!quoted && PLAIN.test(text) ? text : JSON.stringify(text));
  const said = typeof value === 'boolean' ? String(value) : `[${value.map(id).join(', ')}]`;
  return `${quoted ? JSON.stringify(name) : name}: ${said}`;
}

/** Texts that YAML reads as strings. */
const PLAIN = /^(?!(?:true|false|null)$)[A-Za-z][\w./-]*$/i;

/** Whether a text is the suite with these verdicts, and otherwise equal. */
function means(text: string, document: SourceDocument, missing: SuiteResult['missing']): boolean {
  try {
    const after = readDocument({ name: document.file, text }, 'suite').root;
    return printJson(after) === printJson(withVerdicts(document.root, missing));
  } catch (thrown) {
    if (thrown instanceof Failure) return false;
    throw thrown;
  }
}

function withVerdicts(root: JsonNode, missing: SuiteResult['missing']): JsonNode {
  const verdicts = new Map(
    missing.map(({ test: { origin }, verdict }) => [`${origin.test} ${origin.row ?? ''}`, verdict]),
  );
  return inMember(root, 'tests', (tests) =>
    inItems(tests, (test, i) =>
      inMember(withVerdict(test, verdicts.get(`${i} `)), 'each', (rows) =>
        inItems(rows, (row, j) => withVerdict(row, verdicts.get(`${i} ${j}`))),
      ),
    ),
  );
}

function withVerdict(node: JsonNode, verdict: MissingVerdict | undefined): JsonNode {
  if (node.kind !== 'object' || verdict === undefined) return node;
  const { range } = node;
  const { name, value } = verdict;
  const said: JsonNode =
    typeof value === 'boolean'
      ? { kind: 'boolean', value, range }
      : { kind: 'array', items: value.map((id) => ({ kind: 'string', value: id, range })), range };
  return { ...node, members: [...node.members, { name, nameRange: range, value: said }] };
}

function inMember(node: JsonNode, name: string, change: (node: JsonNode) => JsonNode): JsonNode {
  if (node.kind !== 'object') return node;
  return { ...node, members: node.members.map((m) => (m.name === name ? { ...m, value: change(m.value) } : m)) };
}

function inItems(node: JsonNode, change: (node: JsonNode, index: number) => JsonNode): JsonNode {
  return node.kind === 'array' ? { ...node, items: node.items.map(change) } : node;
}

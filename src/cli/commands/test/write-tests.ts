/** Appends proposed tests to suites. The other bytes of a file stay, and the new text is read again to verify it. */
import type { JsonNode } from '../../../index.ts';
import { printJson, readJson } from '../../../json.ts';
import { spaced } from '../../../suite/json-text.ts';
import type { Proposal } from '../../coverage/proposal.ts';
import { testLines } from '../../coverage/proposal-lines.ts';
import { STDIN } from '../../files/file-name.ts';
import { Failure, problemsOf } from '../../findings/failure.ts';
import { readDocument, type SourceDocument } from '../../syntax/document.ts';
import { InsertionPlaces } from './insertion-place.ts';
import { writeEdited } from './write-verdicts.ts';

/** Replaces the file as a whole or not at all. @throws Failure for tests that cannot be inserted, and for a file that cannot be written */
export async function writeTests(document: SourceDocument, proposals: readonly Proposal[], cwd: string): Promise<void> {
  if (proposals.length === 0) return;
  if (document.file === STDIN) throw new Failure({ message: 'standard input cannot be written' });
  await writeEdited(document, withTests(document, proposals), cwd);
}

/** @throws Failure when there is no place for them */
function withTests(document: SourceDocument, proposals: readonly Proposal[]): string {
  const { text, file } = document;
  const place = new InsertionPlaces(document).behindLastItem(['tests']);
  if (place !== undefined) {
    const { at, before, between, flow, indent } = place;
    const items = proposals.map((proposal) => (flow ? jsonOf(proposal) : blockOf(proposal, indent)));
    const after = text.slice(0, at) + before + items.join(between) + text.slice(at);
    if (means(after, document, proposals)) return after;
  }
  throw new Failure({ file, message: 'the proposed tests have no place here of their own; add them by hand' });
}

/** The first line begins at the place of insertion, the others are indented. */
function blockOf(proposal: Proposal, indent: string): string {
  return testLines(proposal).join(indent);
}

function jsonOf({ name, with: changes, remove, own, match, routes }: Proposal): string {
  const members = [
    `"name": ${JSON.stringify(name)}`,
    ...(changes === undefined ? [] : [`"with": ${spaced(changes)}`]),
    ...(remove === undefined ? [] : [`"remove": ${JSON.stringify(remove)}`]),
    ...(own === undefined ? [] : [`"event": ${spaced(own)}`]),
    routes === undefined ? `"match": ${match}` : `"routes": ${JSON.stringify(routes)}`,
  ];
  return `{${members.join(', ')}}`;
}

/** Whether a text is the suite with these tests appended, and otherwise equal. */
function means(text: string, document: SourceDocument, proposals: readonly Proposal[]): boolean {
  try {
    const { root } = readDocument({ name: document.file, text }, 'suite');
    const added = proposals.map((proposal) => readJson(jsonOf(proposal)).node as JsonNode);
    return printJson(root) === printJson(withItems(document.root, added));
  } catch (thrown) {
    problemsOf(thrown);
    return false;
  }
}

function withItems(root: JsonNode, added: readonly JsonNode[]): JsonNode {
  if (root.kind !== 'object') return root;
  const members = root.members.map((member) =>
    member.name === 'tests' && member.value.kind === 'array'
      ? { ...member, value: { ...member.value, items: [...member.value.items, ...added] } }
      : member,
  );
  return { ...root, members };
}

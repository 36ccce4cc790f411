/** Patterns and events as a suite gives them: inline or in a file, always as JSON text with a way back to where it stands. */
import { dirname, join, resolve } from 'node:path';
import { type JsonNode, printJson, type Range, readJson } from '../../index.ts';
import { Failure } from '../failure.ts';
import { problemAt, type SourceDocument } from '../read/document.ts';
import { type Located, wholeFile } from '../read/event.ts';
import { scalarPlace } from '../read/scalar-place.ts';
import type { Sources } from '../read/source.ts';

/** Reads what the nodes of one suite name. */
export class Inline {
  private readonly document: SourceDocument;
  private readonly sources: Sources;
  private readonly cwd: string;

  constructor(document: SourceDocument, sources: Sources, cwd: string) {
    this.document = document;
    this.sources = sources;
    this.cwd = cwd;
  }

  /** @throws Failure with the place of the name for a file that cannot be read */
  async locate(node: JsonNode): Promise<Located> {
    const { file, text: within } = this.document;
    if (node.kind !== 'string') return { file, within, ...printed(node) };
    if (/^\s*\{/.test(node.value)) {
      return { file, within, text: node.value, place: scalarPlace(within, node.range, node.value) };
    }
    const folder = file === 'standard input' ? '.' : dirname(file);
    const name = join(folder, node.value);
    try {
      return wholeFile(await this.sources.file(name, resolve(this.cwd, folder, node.value)));
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      const [problem] = thrown.problems;
      // A file that was found and is not text has a place of its own.
      if (problem === undefined || problem.file !== undefined) throw thrown;
      throw new Failure(problemAt(this.document, node.range, problem.message));
    }
  }
}

/** A node as text, where each offset at which a value or a name begins or ends leads back to the node's own range. */
function printed(node: JsonNode): Pick<Located, 'text' | 'place'> {
  const text = printJson(node);
  const places = new Map<number, number>();
  const copy = readJson(text).node;
  if (copy !== undefined) pair(copy, node, places);
  return { text, place: (offset) => places.get(offset) ?? node.range.start };
}

function pair(copy: JsonNode, node: JsonNode, places: Map<number, number>): void {
  link(copy.range, node.range, places);
  if (copy.kind === 'array' && node.kind === 'array') {
    for (const [i, item] of copy.items.entries()) pair(item, node.items[i] as JsonNode, places);
  }
  if (copy.kind === 'object' && node.kind === 'object') {
    for (const [i, member] of copy.members.entries()) {
      const original = node.members[i];
      if (original === undefined) continue;
      link(member.nameRange, original.nameRange, places);
      pair(member.value, original.value, places);
    }
  }
}

/** No two values begin at one offset of printed JSON, and none ends where another one begins. */
function link(from: Range, to: Range, places: Map<number, number>): void {
  places.set(from.start, to.start);
  places.set(from.end, to.end);
}

/** Patterns and events of a suite, inline or in a file, as JSON texts whose offsets map to the file. */
import { resolve } from 'node:path';
import type { JsonNode } from '../../index.ts';
import { folderOf, nameFrom } from '../files/file-name.ts';
import type { Sources } from '../files/source.ts';
import { Failure, type FileFinding } from '../findings/failure.ts';
import { type Located, wholeFile } from '../findings/located.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import type { PatternSource, Patterns } from '../sources/patterns.ts';
import { problemAt, type SourceDocument } from '../syntax/document.ts';
import { printed } from '../syntax/printed.ts';
import { scalarPlace } from '../syntax/scalar-place.ts';
import { scalarFindings } from '../syntax/yaml-scalars.ts';

export interface World {
  readonly sources: Sources;
  readonly patterns: Patterns;
  readonly cwd: string;
}

/** Reads the patterns and events that the nodes of one suite name. */
export class Inline {
  private readonly document: SourceDocument;
  private readonly world: World;

  constructor(document: SourceDocument, world: World) {
    this.document = document;
    this.world = world;
  }

  /** A pattern; its name may have an address in a document. @throws Failure with the place of the name for an unreadable file */
  pattern(node: JsonNode): Promise<LocatedPattern & Partial<PatternSource>> {
    return this.read(node, (name, folder) => this.world.patterns.one(name, folder));
  }

  /** An event. @throws Failure with the place of the name for an unreadable file */
  locate(node: JsonNode): Promise<LocatedPattern> {
    const { sources, cwd } = this.world;
    return this.read(node, async (name, folder) =>
      wholeFile(await sources.file(nameFrom(folder, name), resolve(cwd, folder, name), resolve(cwd, folder))),
    );
  }

  /** Findings on numbers and words of a suite in YAML. */
  remarksOn(node: JsonNode): readonly FileFinding[] {
    const { file, text } = this.document;
    return file.endsWith('.json') ? [] : scalarFindings(node, text);
  }

  private async read<T extends Located>(
    node: JsonNode,
    named: (name: string, folder: string) => Promise<T>,
  ): Promise<LocatedPattern | T> {
    const { file, text: within } = this.document;
    if (node.kind !== 'string') return { file, within, ...printed(node), remarks: this.remarksOn(node) };
    if (/^\s*\{/.test(node.value)) {
      return { file, within, text: node.value, place: scalarPlace(within, node.range, node.value) };
    }
    const folder = folderOf(file);
    try {
      return await named(node.value, folder);
    } catch (thrown) {
      if (!(thrown instanceof Failure)) throw thrown;
      const [problem] = thrown.problems;
      // A file that was found and is not text has a place of its own.
      if (problem === undefined || problem.file !== undefined) throw thrown;
      throw new Failure(problemAt(this.document, node.range, problem.message));
    }
  }
}

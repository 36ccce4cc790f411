/** The patterns of a routing suite, each with its id: from a folder, a glob, a file, or a map in the suite. */
import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { JsonNode } from '../../index.ts';
import { folderOf, nameFrom } from '../files/file-name.ts';
import { findFiles } from '../files/find-files.ts';
import { globLibrary } from '../files/glob-library.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import { type Identified, identified } from '../sources/named-patterns.ts';
import { problemAt, type SourceDocument } from '../syntax/document.ts';
import type { Inline, World } from './inline.ts';

export interface RoutePattern {
  readonly id: string;
  readonly source: LocatedPattern;
}

/** @throws Failure, with the place of the name in the suite, for a pattern that is missing, computed later, or has an id twice */
export async function findPatterns(
  node: JsonNode,
  document: SourceDocument,
  inline: Inline,
  world: World,
): Promise<readonly RoutePattern[]> {
  if (node.kind === 'object') return mapped(node.members, inline);
  const given = node.kind === 'string' ? node.value : '';
  const fail = (message: string): Problem => problemAt(document, node.range, message);
  const { patterns, skipped, problems } = await placed(() => named(given, document, world), fail);
  const wrong = [
    ...problems,
    ...skipped.map((one) => ({ ...one, message: `the pattern of \`${one.address}\` is not known: ${one.message}` })),
  ];
  const known = new Map<string, string>();
  for (const { id, source } of patterns) {
    const before = known.get(id);
    if (before !== undefined) wrong.push(fail(`\`${before}\` and \`${source.file}\` have the same id \`${id}\``));
    known.set(id, source.file);
  }
  if (wrong.length > 0) throw new Failure(wrong);
  return patterns;
}

async function mapped(
  members: readonly { readonly name: string; readonly value: JsonNode }[],
  inline: Inline,
): Promise<readonly RoutePattern[]> {
  const problems: Problem[] = [];
  const patterns: RoutePattern[] = [];
  for (const { name, value } of members) {
    try {
      patterns.push({ id: name, source: await inline.pattern(value) });
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  if (problems.length > 0) throw new Failure(problems);
  return patterns;
}

async function named(given: string, { file }: SourceDocument, world: World): Promise<Identified> {
  if (given === '-') throw new Failure({ message: '`patterns` names files, and `-` is none' });
  const folder = folderOf(file);
  const from = resolve(world.cwd, folder);
  const { bounds } = world.sources;
  if (!given.includes('#') && !globLibrary().isDynamicPattern(given))
    await bounds.within(given, resolve(from, given), from);
  const isThere = (await stat(resolve(from, given)).catch(() => undefined)) !== undefined;
  if (isThere || !globLibrary().isDynamicPattern(given))
    return identified(nameFrom(folder, given), world, { given, from });
  const { base, pattern } = divide(given);
  await bounds.within(given, resolve(from, base), from);
  // Below its base a glob may only lead down.
  if (UPWARD.test(pattern)) throw new Failure({ message: `\`${given}\` leads upward behind its first \`*\`` });
  const at = resolve(from, base);
  if (!(await stat(at).catch(() => undefined))?.isDirectory()) throw noFiles(given);
  const ignore = ['**/node_modules/**', '**/*.eb-test.*'];
  const name = nameFrom(folder, base);
  const { files, special, problems } = findFiles(pattern, { folder: at, name, bounds, ignore });
  if (files.length + special.length + problems.length === 0) throw noFiles(given);
  world.patterns.searched(at);
  const all: Identified[] = [];
  for (const file of files) all.push(await identified(join(name, file), world, { given: file, from }));
  return {
    patterns: all.flatMap(({ patterns }) => patterns).sort((a, b) => (a.id < b.id ? -1 : 1)),
    skipped: all.flatMap(({ skipped }) => skipped),
    passed: all.flatMap(({ passed }) => passed),
    problems: [
      ...problems,
      ...special.map((file) => ({ message: `\`${join(name, file)}\` is no plain file` })),
      ...all.flatMap((one) => one.problems),
    ],
  };
}

const UPWARD = /(?:^|[/{,(|])(?:\.\.(?![^/},)|])|\/)/;

function noFiles(given: string): Failure {
  return new Failure({ message: `there are no files \`${given}\`` });
}

/** Splits a glob into the folder that contains all its files, and the rest. */
function divide(given: string): { readonly base: string; readonly pattern: string } {
  const parts = given.split('/');
  const first = parts.findIndex((part) => globLibrary().isDynamicPattern(part));
  return {
    base: parts.slice(0, first).join('/') || (given.startsWith('/') ? '/' : '.'),
    pattern: parts.slice(first).join('/'),
  };
}

/** An error on a missing file gets the place of its name. */
async function placed<T>(read: () => Promise<T>, fail: (message: string) => Problem): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    const problems = problemsOf(thrown);
    throw new Failure(problems.map((problem) => (problem.file === undefined ? fail(problem.message) : problem)));
  }
}

/** Reads the arguments of `diff` and `backtest`: two patterns, or two sides of many. */
import { resolve } from 'node:path';
import { GIT, gitFile } from '../files/git-name.ts';
import { Failure, type Problem, problemsOf } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import { type Holding, holdsDocument, type PatternSource, single } from '../sources/patterns.ts';
import { emptySide, type Side, sideOfDocument, sideOfFolder } from './sides.ts';

export type Operands =
  | { readonly kind: 'patterns'; readonly before: Holding; readonly after: Holding }
  | { readonly kind: 'sides'; readonly before: Side; readonly after: Side };

/** @throws Failure for unreadable arguments, and for two that cannot be compared */
export async function readOperands(oldName: string, newName: string | undefined, session: Session): Promise<Operands> {
  if (newName === undefined) return bothSidesOf(oldName, session);
  const one = (await onlyOne(oldName, newName, session)) ?? (await twoFolders(oldName, newName, session));
  if (one !== undefined) return one;
  const [before, after] = await bothOf([oldName, newName], async (name) => await session.patterns.held(name));
  if (!holdsDocument(before) || !holdsDocument(after)) return { kind: 'patterns', before, after };
  return {
    kind: 'sides',
    before: sideOfDocument(before.file, before.file, before),
    after: sideOfDocument(after.file, after.file, after),
  };
}

async function bothSidesOf(name: string, { patterns }: Session): Promise<Operands> {
  const plan = await patterns.plan(name);
  if (plan === undefined) {
    const message = `missing required argument \`new\`: only a Terraform plan has two sides, and \`${name}\` is none`;
    throw new Failure({ message });
  }
  return {
    kind: 'sides',
    before: sideOfDocument(`${name} (before)`, name, plan.before),
    after: sideOfDocument(`${name} (after)`, name, plan.after),
  };
}

/** A file or folder that is new or deleted in a revision. With other paths, a missing name is an error. */
async function onlyOne(oldName: string, newName: string, session: Session): Promise<Operands | undefined> {
  const { cwd } = session.io;
  if (![oldName, newName].some((name) => name.startsWith(GIT)) || [oldName, newName].includes('-')) return undefined;
  if (pathOf(oldName, cwd) !== pathOf(newName, cwd)) return undefined;
  const [noOld, noNew] = [await session.patterns.isMissing(oldName), await session.patterns.isMissing(newName)];
  if (noOld === noNew) return undefined;
  const there = await sideNamed(noOld ? newName : oldName, session);
  const missing = emptySide(noOld ? oldName : newName);
  return { kind: 'sides', before: noOld ? missing : there, after: noOld ? there : missing };
}

function pathOf(name: string, cwd: string): string {
  return resolve(cwd, name.startsWith(GIT) ? gitFile(name).path : name);
}

async function sideNamed(name: string, session: Session): Promise<Side> {
  const all = await session.patterns.inFolder(name, { mayBeEmpty: true });
  if (all !== undefined) return sideOfFolder(name, all, session.io.cwd);
  const held = await session.patterns.held(name);
  const file = held.file.startsWith(GIT) ? gitFile(held.file).path : held.file;
  return sideOfDocument(name, file, held);
}

async function twoFolders(oldName: string, newName: string, session: Session): Promise<Operands | undefined> {
  const before = await session.patterns.inFolder(oldName, { mayBeEmpty: true });
  const after = before && (await session.patterns.inFolder(newName, { mayBeEmpty: true }));
  if (before === undefined || after === undefined) return undefined;
  const sides = [sideOfFolder(oldName, before, session.io.cwd), sideOfFolder(newName, after, session.io.cwd)] as const;
  if (sides.every(({ entries, problems }) => entries.size + problems.length === 0)) {
    throw new Failure({ message: `there are no patterns in the folders \`${oldName}\` and \`${newName}\`` });
  }
  return { kind: 'sides', before: sides[0], after: sides[1] };
}

/** Reports the errors of both together. */
export async function bothOf<T, R>(pair: readonly [T, T], work: (one: T) => Promise<R>): Promise<[R, R]> {
  const problems: Problem[] = [];
  const results: R[] = [];
  for (const one of pair) {
    try {
      results.push(await work(one));
    } catch (thrown) {
      for (const one of problemsOf(thrown)) problems.push(one);
    }
  }
  if (problems.length > 0) throw new Failure(problems);
  return results as [R, R];
}

/** The same as sides: two patterns are sides of one pattern, with the name of the new one. @throws Failure as `single` does */
export function sidesOf(operands: Operands): { readonly before: Side; readonly after: Side } {
  if (operands.kind === 'sides') return operands;
  const [before, after] = [operands.before, operands.after].map((held) => single(held.file, held));
  if (before === undefined || after === undefined) throw new Error('two operands');
  const side = (source: PatternSource): Side => ({
    ...emptySide(source.name),
    entries: new Map([[after.name, { source }]]),
  });
  return { before: side(before), after: side(after) };
}

/** Writes events where arrays are transparent: values at paths, and values that stand in different elements of one array. */
import type { Witness } from './answer.ts';
import type { SubjectField } from './subject.ts';
import { eventText, type Members, type Tree, treeText, type Usual } from './tree.ts';

/** JSON texts of the values at one path. */
export interface Placed {
  readonly path: readonly string[];
  readonly texts: readonly string[];
}

/** The members of an event. */
export interface Layout {
  /** Values outside of all elements: those of one path are elements of an array, those below it are beside them. */
  readonly values: readonly Placed[];
  /** For a top-level name, the values in each element of its array. */
  readonly elements?: ReadonlyMap<string, readonly (readonly Placed[])[]>;
  /** Paths that are written as one top-level name with dots, which leads through no array. */
  readonly joined?: readonly Placed[];
  /** The fields that the event is made for: their top-level names have no usual value. */
  readonly fields: readonly Pick<SubjectField, 'path'>[];
}

/** Without `arrays`, paths below another one are written as one name instead of an array. */
export function writeEvent(
  layout: Layout,
  { arrays, usual }: { readonly arrays: boolean; readonly usual: Usual },
): Witness {
  const { values, elements = new Map(), joined = [], fields } = layout;
  const keys = new Set(values.map(({ path }) => path.join('.')));
  const isBelow = ({ path }: Placed): boolean =>
    path.some((_, length) => length > 0 && keys.has(path.slice(0, length).join('.')));
  // An empty name is a step of a path only inside of a name.
  const isApart = (one: Placed): boolean => one.path.includes('') || (!arrays && isBelow(one));
  const apart = [...joined, ...values.filter(isApart)];
  const members = new Map(
    membersOf(
      values.filter((one) => !isApart(one)),
      0,
    ),
  );
  for (const [name, some] of elements) {
    const inside = some.map((one: readonly Placed[]) => elementText(one));
    const own = values.find(({ path }) => path.length === 1 && path[0] === name)?.texts ?? [];
    members.set(name, `[${[...own, ...inside].join(',')}]`);
  }
  for (const { path, texts } of apart) members.set(path.join('.'), listOf(texts));
  const { payload } = usual;
  const envelope = usual.envelope.filter(([, text]) => arrays || !text.startsWith('['));
  return eventText(members, new Set(fields.map(({ path }) => path[0] as string)), { envelope, payload });
}

/** An element of the array at a top-level name. A value of that path itself is an element of an inner array: then the outer one counts. */
function elementText(placed: readonly Placed[]): string {
  const own = placed.flatMap(({ path, texts }) => (path.length === 1 ? texts : []));
  const below = placed.filter(({ path }) => path.length > 1);
  const inner = below.length === 0 ? [] : [treeText(membersOf(below, 1))];
  return own.length === 0 ? (inner[0] ?? '{}') : `[${[...own, ...inner].join(',')}]`;
}

function membersOf(placed: readonly Placed[], depth: number): Members {
  const byName = new Map<string, Placed[]>();
  for (const one of placed) {
    const name = one.path[depth] as string;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [one]);
    else known.push(one);
  }
  return [...byName].map(([name, some]) => [name, treeAt(some, depth + 1)] as const);
}

function treeAt(placed: readonly Placed[], depth: number): Tree {
  const texts = placed.filter(({ path }) => path.length === depth).flatMap((one) => one.texts);
  const below = placed.filter(({ path }) => path.length > depth);
  if (below.length === 0) return listOf(texts);
  const members = membersOf(below, depth);
  return texts.length === 0 ? members : `[${[...texts, treeText(members)].join(',')}]`;
}

function listOf(texts: readonly string[]): string {
  return texts.length === 1 ? (texts[0] as string) : `[${texts.join(',')}]`;
}

/** The rows of .dependency-cruiser.mjs allow nothing that no file uses; `npm run boundaries` tests that files use nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Layer {
  readonly name: string;
  readonly at: string;
  readonly may?: readonly string[];
  readonly types?: readonly string[];
  readonly common?: readonly string[];
}

interface Import {
  readonly from: string;
  /** A file of the source, or a folder of node_modules. */
  readonly to: string;
  readonly isType: boolean;
}

const root = new URL('../../', import.meta.url);
const { all } = (await import(new URL('.dependency-cruiser.mjs', root).href)) as { readonly all: readonly Layer[] };

const STATEMENT = /^(?:import|export)\s+(type\s)?(?:[^;'"]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm;

function importsOf(from: string): readonly Import[] {
  const text = readFileSync(new URL(from, root), 'utf8');
  return [...text.matchAll(STATEMENT)].map(([, type, named, loaded]) => {
    const target = (named ?? loaded) as string;
    const to = target.startsWith('.') ? posix.join(posix.dirname(from), target) : `node_modules/${target}/`;
    return { from, to, isType: type !== undefined };
  });
}

const imports = readdirSync(new URL('src', root), { recursive: true, encoding: 'utf8' })
  .map((name) => `src/${name.replaceAll('\\', '/')}`)
  .filter((name) => /\.tsx?$/.test(name))
  .flatMap(importsOf);

/** What a row allows and no file of the layer imports. */
function unused({ at, may = [], types = [], common = [] }: Layer): readonly string[] {
  const from = new RegExp(at);
  const own = imports.filter((one) => from.test(one.from));
  const uses = (path: string, kinds: readonly boolean[]) =>
    own.some(({ to, isType }) => new RegExp(path).test(to) && kinds.includes(isType));
  const others = may.filter((path) => !at.split('|').includes(path) && !common.includes(path));
  return [
    ...others.filter((path) => !uses(path, [true, false])),
    ...types.filter((path) => !uses(path, [true])).map((path) => `${path} (as types)`),
  ];
}

describe('the rows of the layers', () => {
  it('are about imports that the source has', () => {
    expect(all.length).toBeGreaterThan(50);
    expect(imports.length).toBeGreaterThan(2000);
    expect(imports.filter(({ isType }) => isType).length).toBeGreaterThan(300);
    expect(unused({ name: 'none', at: '^src/pattern/suggest', may: ['^src/client/'] })).toEqual(['^src/client/']);
  });

  it.each(all)('allow $name nothing that none of its files imports', (layer) => {
    expect(unused(layer)).toEqual([]);
  });
});

/** The patterns of a document and their fields, as an outline. */
import { nodeAt, readPartialJson } from '../../editor/index.ts';
import type { Range } from '../../index.ts';
import type { Analysis } from './analysis.ts';
import { outward, rangeInFile } from './places.ts';

export interface Outline {
  readonly name: string;
  readonly kind: 'pattern' | 'field' | 'test';
  /** The whole range, and the range of the name. */
  readonly range: Range;
  readonly nameRange: Range;
  readonly children: readonly Outline[];
}

export function outlineOf({ patterns, tests = [] }: Analysis): readonly Outline[] {
  const all = patterns.map(({ source, pattern }): Outline => {
    const range = rangeInFile(source);
    const root = readPartialJson(source.text).node;
    const children = (pattern?.fields ?? []).flatMap(({ path, pointer, range: own }): readonly Outline[] => {
      const nameRange = nodeAt(root, pointer)?.nameRange;
      if (own === undefined || nameRange === undefined) return [];
      const name = outward(source, nameRange);
      const end = Math.max(name.end, outward(source, own).end);
      return [
        {
          name: path.join('.'),
          kind: 'field',
          range: { start: name.start, end },
          nameRange: name,
          children: [],
        },
      ];
    });
    const nameRange = { start: range.start, end: range.start };
    // In a YAML map the last value may end behind the map.
    const end = children.reduce((most, child) => Math.max(most, child.range.end), range.end);
    return { name: source.address ?? 'pattern', kind: 'pattern', range: { ...range, end }, nameRange, children };
  });
  const named = tests.map(({ name, range }): Outline => {
    return {
      name: name === '' ? 'test' : name,
      kind: 'test',
      range,
      nameRange: { ...range, end: range.start },
      children: [],
    };
  });
  return [...all, ...named];
}

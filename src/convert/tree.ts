/** Writes fields as one pattern. */
import type { Alternative } from './alternatives.ts';

type Node = { readonly list: readonly string[] } | Map<string, Node>;

/** The JSON text; or a path that is both a field and on the way to another one. */
export function treeOf(fields: Alternative): string | { readonly path: readonly string[] } {
  const root: Map<string, Node> = new Map();
  for (const { path, conditions } of fields) {
    const names = [...path];
    const last = names.pop() as string;
    let at = root;
    for (const name of names) {
      const next = at.get(name) ?? new Map<string, Node>();
      if (!(next instanceof Map)) return { path: path.slice(0, names.indexOf(name) + 1) };
      at.set(name, next);
      at = next;
    }
    if (at.has(last)) return { path };
    at.set(last, { list: conditions });
  }
  return printed(root);
}

function printed(node: Node): string {
  if (!(node instanceof Map)) return `[${node.list.join(',')}]`;
  return `{${[...node].map(([name, value]) => `${JSON.stringify(name)}:${printed(value)}`).join(',')}}`;
}

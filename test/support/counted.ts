/**
 * A plugin of Vite that makes code count its steps: each call of a function and each turn of a loop adds 1 to `$steps`, a variable of the
 * process that `steps.ts` reads. Inserted text has no line breaks, so that errors keep their lines.
 */
import type { Plugin } from 'vitest/config';

/** A node of the syntax tree, as far as it is read here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly body?: Node | readonly Node[] | null;
}

const FUNCTIONS = new Set(['ArrowFunctionExpression', 'FunctionDeclaration', 'FunctionExpression']);
const LOOPS = new Set(['DoWhileStatement', 'ForInStatement', 'ForOfStatement', 'ForStatement', 'WhileStatement']);
const STEP = '$steps++;';

/** `folders`: parts of the paths of files that are counted. */
export function counted(folders: readonly string[]): Plugin {
  return {
    name: 'counted',
    enforce: 'post',
    transform(code, id) {
      if (!folders.some((folder) => id.includes(folder))) return undefined;
      return { code: withSteps(code, this.parse(code) as unknown as Node), map: null };
    },
  };
}

function withSteps(code: string, program: Node): string {
  const inserted: (readonly [at: number, text: string])[] = [];
  for (const body of bodies(program)) {
    if (body.type === 'BlockStatement') inserted.push([body.start + 1, STEP]);
    else if (body.type.endsWith('Statement')) inserted.push([body.start, `{${STEP}`], [body.end, '}']);
    // What an arrow function returns; its own parentheses, if it has some, stay outside.
    else inserted.push([body.start, '($steps++,'], [body.end, ')']);
  }
  inserted.sort(([a], [b]) => a - b);
  const pieces = inserted.map(([at, text], i) => text + code.slice(at, inserted[i + 1]?.[0]));
  return code.slice(0, inserted[0]?.[0]) + pieces.join('');
}

/** The bodies of all functions and loops. */
function* bodies(node: Node): Generator<Node> {
  if ((FUNCTIONS.has(node.type) || LOOPS.has(node.type)) && isNode(node.body)) yield node.body;
  for (const child of Object.values(node).flat()) if (isNode(child)) yield* bodies(child);
}

function isNode(value: unknown): value is Node {
  return typeof (value as Node | null)?.type === 'string';
}

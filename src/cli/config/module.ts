/** A config file that is a module: its default export. Loading it runs it, and whatever it does wrong is one problem with its file. */
import { pathToFileURL } from 'node:url';
import { type JsonNode, parsePointer, readJson } from '../../index.ts';
import { Failure } from '../findings/failure.ts';
import type { Locate } from '../syntax/schema-check.ts';

/** Milliseconds for a module that waits for something. */
const PATIENCE = 10_000;

/** The places of values are not known, so messages name the way to them. */
export async function readModule(
  path: string,
  name: string,
): Promise<{ readonly root: JsonNode; readonly locate: Locate }> {
  const locate: Locate = (pointer, message) => {
    const way = parsePointer(pointer) ?? [];
    // The message itself names the value, or the map that has the member.
    const owners = way.slice(0, -1);
    return { file: name, message: owners.length === 0 ? message : `in \`${owners.join('.')}\`: ${message}` };
  };
  const loaded = await importModule(path, name);
  if (!('default' in loaded)) {
    throw new Failure({ file: name, message: 'the config file has no default export; write `export default { … }`' });
  }
  // Deep enough for every config, and never deeper than the reader goes.
  const { node } = readJson(dataOf(loaded.default, path, name));
  return { root: node as JsonNode, locate };
}

/** The text of a value. Getters and proxies are code of the file, and may throw. */
function dataOf(value: unknown, path: string, name: string): string {
  let wrong: string | undefined;
  try {
    wrong = notData(value, [], new Set());
    if (wrong === undefined) return JSON.stringify(value);
  } catch (thrown) {
    throw new Failure({ file: name, ...placeIn(thrown, path), message: why(thrown, name) });
  }
  throw new Failure({ file: name, message: wrong });
}

async function importModule(path: string, name: string): Promise<object> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<never>((_, reject) => {
    const message = `the config file was not loaded after ${PATIENCE / 1000} seconds: it waits for something`;
    timer = setTimeout(() => reject(new Failure({ file: name, message })), PATIENCE);
  });
  try {
    return await Promise.race([import(/* @vite-ignore */ pathToFileURL(path).href), patience]);
  } catch (thrown) {
    throw thrown instanceof Failure
      ? thrown
      : new Failure({ file: name, ...placeIn(thrown, path), message: why(thrown, name) });
  } finally {
    clearTimeout(timer);
  }
}

function why(thrown: unknown, name: string): string {
  const [first = ''] = saidBy(thrown).split('\n');
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  if (thrown instanceof SyntaxError) {
    return `the config file is not JavaScript: ${first}; \`node ${name}\` shows where`;
  }
  return code === 'ERR_MODULE_NOT_FOUND'
    ? `the config file imports what is not there: ${first}`
    : `the config file threw: ${first}`;
}

function saidBy(thrown: unknown): string {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown);
  } catch {
    return 'something that has no text';
  }
}

/** The first line of the stack that is in the file; `file:///folder/eb-pattern.config.mjs:3:7`. */
function placeIn(thrown: unknown, path: string): { readonly line: number; readonly column: number } | undefined {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  for (const name of [pathToFileURL(path).href, path]) {
    const at = stack.indexOf(`${name}:`);
    const [, line, column] = at < 0 ? [] : (/^(\d+)(?::(\d+))?/.exec(stack.slice(at + name.length + 1)) ?? []);
    if (line !== undefined) return { line: Number(line), column: Number(column ?? 1) };
  }
  return undefined;
}

const MAX_LEVELS = 100;

/** The first value that JSON has no word for; undefined when there is none. */
function notData(value: unknown, way: readonly string[], above: ReadonlySet<unknown>): string | undefined {
  const where = way.length === 0 ? 'the default export of the config file' : `\`${way.join('.')}\``;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return undefined;
  if (typeof value === 'number')
    return Number.isFinite(value) ? undefined : `${where} is ${value}, which is no number of JSON`;
  if (typeof value !== 'object') return `${where} is of the type ${typeof value}; a config is plain data`;
  if (above.has(value) || way.length > MAX_LEVELS) return `${where} holds itself, or is nested too deeply`;
  const prototype = Object.getPrototypeOf(value);
  const plain = Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain || 'toJSON' in value) return `${where} is a ${prototype?.constructor?.name}; a config is plain data`;
  const inside = new Set([...above, value]);
  for (const [name, member] of Object.entries(value)) {
    const wrong = notData(member, [...way, name], inside);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

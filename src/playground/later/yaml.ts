/** Reads YAML as JSON texts, with the library of the command line. */
import { Composer, type CST, type Document, Lexer, Parser, visit } from 'yaml';
import type { YamlTexts } from '../state/readers.ts';

/** In characters, since the library compares each name of a map with each other. */
const MAX_LENGTH = 300_000;

/** The library composes nodes by recursion. */
const MAX_DEPTH = 200;

/** The depth with aliases resolved; a deeper value is cyclic. */
const MAX_VALUE_DEPTH = 1000;

/** An alias copies what it names, and aliases of aliases multiply: a few lines can mean gigabytes. */
const MAX_ALIASES = 100;

const JSON_NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

export function yamlTexts(text: string): YamlTexts {
  if (text.length > MAX_LENGTH) return { problem: `it has more than ${MAX_LENGTH} characters` };
  try {
    const composer = new Composer({ version: '1.2', schema: 'core', merge: true, prettyErrors: false });
    const documents = [...composer.compose(tokens(text), true, text.length)];
    return { texts: documents.flatMap((document) => (isEmpty(document) ? [] : [jsonText(document)])) };
  } catch (thrown) {
    // The library throws ReferenceError for cyclic aliases and for too many of them.
    if (thrown instanceof NotJson || thrown instanceof ReferenceError) return { problem: thrown.message };
    throw thrown;
  }
}

class NotJson extends Error {}

function* tokens(text: string): Generator<CST.Token, void> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MAX_DEPTH) throw new NotJson('it is nested too deeply');
  }
  yield* parser.end();
}

function isEmpty({ contents, errors }: Document.Parsed): boolean {
  return errors.length === 0 && (contents === null || ('source' in contents && contents.source === ''));
}

/** @throws NotJson */
function jsonText(document: Document.Parsed): string {
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) throw new NotJson(problem.message.split('\n')[0]);
  visit(document, {
    Scalar(_, node) {
      const { value, source = '' } = node;
      if (typeof value !== 'number') return;
      if (!Number.isFinite(value)) throw new NotJson(`\`${source}\` is not a number of JSON`);
      if (JSON_NUMBER.test(source)) node.value = new NumberText(source);
    },
  });
  return print(document.toJS({ maxAliasCount: MAX_ALIASES }), 0);
}

class NumberText {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function print(value: unknown, depth: number): string {
  if (depth > MAX_VALUE_DEPTH) throw new NotJson('an alias stands inside the value that it stands for');
  if (value instanceof NumberText) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => print(item, depth + 1)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, own]) => `${JSON.stringify(name)}:${print(own, depth + 1)}`);
  return `{${members.join(',')}}`;
}

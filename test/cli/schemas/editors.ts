/** What editors make of a text and a JSON Schema: the language services of VS Code (JSON) and of yaml-language-server. */
import { createRequire } from 'node:module';
import type { CompletionList, Diagnostic, Hover } from 'vscode-json-languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { JsonSchema } from '../../../src/index.ts';

/** A language service with one schema. */
export interface Editor {
  readonly name: string;
  problems(text: string): Promise<readonly Problem[]>;
  /** Labels at the `|` in a text. */
  complete(text: string): Promise<readonly string[]>;
  /** Markdown about the `|` in a text. */
  hover(text: string): Promise<string>;
}

export interface Problem {
  readonly message: string;
  /** Offsets into the text. */
  readonly start: number;
  readonly end: number;
}

// The packages are CommonJS, whose names Node does not see.
const load = createRequire(import.meta.url);
const json = load('vscode-json-languageservice') as typeof import('vscode-json-languageservice');
const yaml = load('yaml-language-server') as typeof import('yaml-language-server');

const SCHEMA = 'file:///schema.json';

export function vsCode(schema: JsonSchema): Editor {
  // The service puts references in place, in the schema that it is given.
  const own = structuredClone(schema);
  const service = json.getLanguageService({
    clientCapabilities: { textDocument: { completion: MARKDOWN, hover: HOVER } },
  });
  service.configure({ schemas: [{ uri: SCHEMA, fileMatch: ['*'], schema: own }] });
  const open = (text: string) => {
    const document = TextDocument.create('file:///x.json', 'json', 1, text);
    return { document, tree: service.parseJSONDocument(document) };
  };
  return {
    name: 'VS Code',
    async problems(text) {
      const { document, tree } = open(text);
      return (await service.doValidation(document, tree)).map((one) => problem(document, one));
    },
    async complete(marked) {
      const { text, at } = cursor(marked);
      const { document, tree } = open(text);
      return labels(await service.doComplete(document, document.positionAt(at), tree));
    },
    async hover(marked) {
      const { text, at } = cursor(marked);
      const { document, tree } = open(text);
      return markdown(await service.doHover(document, document.positionAt(at), tree));
    },
  };
}

/** Which schema a file of the open folder has by `json.schemas` of the settings of VS Code, as a name relative to that folder. */
export function vsCodeSchemas(
  settings: readonly { readonly fileMatch: string[]; readonly url: string }[],
): (file: string) => string | undefined {
  const service = json.getLanguageService({});
  const schemas = settings.map(({ fileMatch, url }) => ({ uri: `file:///${url.replace('./', '')}`, fileMatch }));
  service.configure({ schemas });
  return (file) => {
    const document = TextDocument.create(`file:///${file}`, 'json', 1, '{}');
    const [uri, ...others] = service.getLanguageStatus(document, service.parseJSONDocument(document)).schemas;
    if (others.length > 0) throw new Error(`${file} has several schemas`);
    return uri?.replace('file:///', '');
  };
}

/** The schema is named by a modeline above the text. */
export function yamlServer(schema: JsonSchema): Editor {
  const service = yaml.getLanguageService({
    schemaRequestService: async (uri: string) => {
      if (uri !== SCHEMA) throw new Error(`asked for ${uri}`);
      return JSON.stringify(schema);
    },
    workspaceContext: { resolveRelativePath: (path: string) => `file:///${path}` },
    clientCapabilities: { textDocument: { completion: MARKDOWN, hover: HOVER } },
  });
  service.configure({ validate: true, hover: true, completion: true, schemas: [] });
  const open = (text: string) => TextDocument.create('file:///x.yaml', 'yaml', version++, MODELINE + text);
  let version = 1;
  return {
    name: 'yaml-language-server',
    async problems(text) {
      const document = open(text);
      return (await service.doValidation(document, false)).map((one) => problem(document, one, MODELINE.length));
    },
    async complete(marked) {
      const { text, at } = cursor(marked);
      const document = open(text);
      return labels(await service.doComplete(document, document.positionAt(at + MODELINE.length), false));
    },
    async hover(marked) {
      const { text, at } = cursor(marked);
      const document = open(text);
      return markdown(await service.doHover(document, document.positionAt(at + MODELINE.length)));
    },
  };
}

const MODELINE = `# yaml-language-server: $schema=${SCHEMA}\n`;
const MARKDOWN = {
  completionItem: { documentationFormat: ['markdown' as const, 'plaintext' as const], snippetSupport: true },
};
const HOVER = { contentFormat: ['markdown' as const, 'plaintext' as const] };

function cursor(marked: string): { readonly text: string; readonly at: number } {
  const at = marked.indexOf('|');
  return { text: marked.slice(0, at) + marked.slice(at + 1), at };
}

function problem(document: TextDocument, { message, range }: Diagnostic, before = 0): Problem {
  const text = typeof message === 'string' ? message : message.value;
  return { message: text, start: document.offsetAt(range.start) - before, end: document.offsetAt(range.end) - before };
}

function labels(list: CompletionList | null): readonly string[] {
  return (list?.items ?? []).map(({ label }) => label);
}

function markdown(hover: Hover | null): string {
  const { contents } = hover ?? { contents: [] };
  const parts: readonly (string | { readonly value: string })[] = Array.isArray(contents) ? contents : [contents];
  return parts.map((part) => (typeof part === 'string' ? part : part.value)).join('\n');
}

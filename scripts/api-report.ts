/**
 * Writes `api-report/`: the declarations of every name that each entry exports, without comments and private members. The files are committed,
 * so that a review shows a change of the public surface. `--check` writes nothing, and fails when the committed files differ.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import manifest from '../package.json' with { type: 'json' };

const ROOT = fileURLToPath(new URL('../', import.meta.url));

/** The entries of package.json with the source of each: `dist/NAME.d.ts` is made from `src/NAME.ts`. */
const ENTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(manifest.exports).flatMap(([path, target]) =>
    typeof target === 'object'
      ? [
          [
            path === '.' ? 'core' : path.slice(2),
            target.types.replace('./dist/', `${ROOT}src/`).replace('.d.ts', '.ts'),
          ],
        ]
      : [],
  ),
);

const { options } = ts.parseJsonConfigFileContent(
  ts.readConfigFile(`${ROOT}tsconfig.json`, ts.sys.readFile).config,
  ts.sys,
  ROOT,
);
const program = ts.createProgram(Object.values(ENTRIES), {
  ...options,
  noEmit: false,
  incremental: false,
  tsBuildInfoFile: undefined as never,
  declaration: true,
  emitDeclarationOnly: true,
  removeComments: true,
});
const checker = program.getTypeChecker();
const printer = ts.createPrinter({ removeComments: true });

const emitted = new Map<ts.SourceFile, ts.SourceFile>();

/** The declarations of a source file, as the compiler emits them. */
function declarationsOf(file: ts.SourceFile): ts.SourceFile {
  let declarations = emitted.get(file);
  if (declarations === undefined) {
    let text = '';
    program.emit(
      file,
      (_, written) => {
        text = written;
      },
      undefined,
      true,
    );
    declarations = ts.createSourceFile(file.fileName.replace(/\.ts$/, '.d.ts'), text, ts.ScriptTarget.Latest, true);
    emitted.set(file, declarations);
  }
  return declarations;
}

function isNamed(statement: ts.Statement, name: string): boolean {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.some((one) => one.name.getText() === name);
  }
  const { name: own } = statement as ts.Statement & { readonly name?: ts.Node };
  return own?.getText() === name;
}

const isPrivate = (member: ts.ClassElement): boolean =>
  (member.name !== undefined && ts.isPrivateIdentifier(member.name)) ||
  (ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private) !== 0;

function print(statement: ts.Statement): string {
  const shown = ts.isClassDeclaration(statement)
    ? ts.factory.updateClassDeclaration(
        statement,
        statement.modifiers,
        statement.name,
        statement.typeParameters,
        statement.heritageClauses,
        statement.members.filter((member) => !isPrivate(member)),
      )
    : statement;
  return printer.printNode(ts.EmitHint.Unspecified, shown, statement.getSourceFile());
}

function reportOf(entry: string): string {
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  if (module === undefined) throw new Error(`${entry} is not a module`);
  const exported = checker.getExportsOfModule(module).sort((a, b) => (a.name < b.name ? -1 : 1));
  return exported
    .map((symbol) => {
      const original = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      const files = new Set(original.declarations?.map((one) => one.getSourceFile()));
      const statements = [...files].flatMap((one) =>
        declarationsOf(one).statements.filter((statement) => isNamed(statement, original.name)),
      );
      if (statements.length === 0) throw new Error(`no declaration of \`${symbol.name}\` was emitted`);
      const renamed = original.name === symbol.name ? '' : `// exported as ${symbol.name}\n`;
      return renamed + statements.map(print).join('\n');
    })
    .join('\n\n');
}

const check = process.argv.includes('--check');
mkdirSync(`${ROOT}api-report`, { recursive: true });
for (const [name, entry] of Object.entries(ENTRIES)) {
  const path = `${ROOT}api-report/${name}.txt`;
  const report = `${reportOf(entry)}\n`;
  if (!check) writeFileSync(path, report);
  else if (report !== readFileSync(path, 'utf8')) {
    console.error(
      `api-report/${name}.txt: the public surface has changed; run \`npm run api\` and commit what it writes`,
    );
    process.exitCode = 1;
  }
}

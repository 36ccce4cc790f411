/**
 * Fails when two files of declarations in `dist/` declare the same thing. A copy is another type to the compiler where a class or a unique
 * symbol is in it, as in `Pattern`: what one entry returns would not be accepted by the other. Part of `npm run package`; reads what
 * `npm run build` has written.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import ts from 'typescript';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));

/** The file of each declaration, by its text without comments. */
const declared = new Map<string, string>();
const files = globSync('**/*.d.ts', { cwd: DIST });
const printer = ts.createPrinter({ removeComments: true });

for (const file of files) {
  const source = ts.createSourceFile(file, readFileSync(`${DIST}${file}`, 'utf8'), ts.ScriptTarget.Latest);
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement)) continue;
    const text = printer.printNode(ts.EmitHint.Unspecified, statement, source);
    const other = declared.get(text);
    declared.set(text, file);
    if (other === undefined) continue;
    console.error(`dist/${file}: a declaration of dist/${other} is here again: ${text.split('\n', 1)}`);
    process.exitCode = 1;
  }
}

if (declared.size === 0) {
  console.error('dist/ has no declarations: run `npm run build`');
  process.exitCode = 1;
}

/** Every regular expression of the source, found in the syntax tree: literals, and arguments of `RegExp`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Found {
  readonly file: string;
  readonly line: number;
  /** Undefined when the expression is made at run time. */
  readonly expression: { readonly source: string; readonly flags: string } | undefined;
  /** The code that makes an expression at run time. */
  readonly code: string;
}

export function collect(root: string): readonly Found[] {
  return readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.[jt]s$/.test(name) && !name.endsWith('.d.ts'))
    .sort()
    .flatMap((name) => expressionsOf(name, readFileSync(join(root, name), 'utf8')));
}

function expressionsOf(file: string, text: string): readonly Found[] {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Found[] = [];
  const placeOf = (node: ts.Node) => ({
    file,
    line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1,
    code: node.getText(),
  });
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const expression = { source: node.text.slice(1, end), flags: node.text.slice(end + 1) };
      found.push({ ...placeOf(node), expression });
    }
    if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [source, flags] = node.arguments ?? [];
      const isPlain = source !== undefined && ts.isStringLiteralLike(source);
      const expression = {
        source: isPlain ? source.text : '',
        flags: flags && ts.isStringLiteralLike(flags) ? flags.text : '',
      };
      found.push({ ...placeOf(node), expression: isPlain ? expression : undefined });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

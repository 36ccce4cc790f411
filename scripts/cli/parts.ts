/**
 * Decides which code of the command line lies in one file. Node opens, resolves, compiles and links each file, which costs as much as some
 * 20 KB of code that is not used: so code of the same commands lies together.
 */
import { type ImportsOf, reached } from '../bundle/joined.ts';

const BIN = 'src/cli/bin.ts';

/** What starts with every command. */
const START = ['src/cli/main.ts', 'src/cli/terminal/stdin.ts', 'src/cli/config/settle.ts'];

/** The commands that are run most, with the modules that a run without findings loads, by `import()` too. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  match: ['src/cli/commands/match/run.ts', 'src/cli/sources/document.ts'],
  explain: ['src/cli/commands/explain/run.ts', 'src/cli/sources/document.ts'],
  check: ['src/cli/commands/check/run.ts', 'src/cli/sources/document.ts'],
  test: ['src/cli/commands/test/run.ts', 'src/cli/sources/document.ts'],
  filter: ['src/cli/commands/filter/run.ts', 'src/cli/sources/document.ts'],
  route: ['src/cli/commands/route/run.ts', 'src/cli/sources/document.ts', 'src/cli/patterns/pattern-set.ts'],
  lsp: ['src/cli/commands/lsp/run.ts'],
};

/** What the language server loads when it has answered the first request. */
const FEATURES = 'src/cli/language-server/features.ts';

/** So many commands share one file, and a smaller part is not worth a file of its own. */
const MANY = 4;
const SMALL = 6_000;

/**
 * The name of the file for each piece that esbuild has made. A piece without a name stays as it is: few runs load it.
 * @param pieceOf the piece of a module that is an entry, or that is imported with `import()`
 * @param importsOf the pieces that a piece imports
 */
export function partNames(
  pieceOf: (module: string) => string | undefined,
  importsOf: ImportsOf,
  bytesOf: (piece: string) => number,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const put = (pieces: Iterable<string>, name: string): void => {
    for (const piece of pieces) if (!names.has(piece)) names.set(piece, name);
  };
  const named = (module: string): string => {
    const piece = pieceOf(module);
    if (piece === undefined) throw new Error(`nothing imports ${module} with import()`);
    return piece;
  };
  const loaded = (...modules: readonly string[]): ReadonlySet<string> => reached(modules.map(named), importsOf);
  // A module that `bin.ts` awaits must not import it.
  put([named(BIN)], 'bin');
  put(loaded(BIN), 'first');
  put(loaded(...START), 'start');
  const users = new Map<string, string[]>();
  for (const [command, modules] of Object.entries(COMMANDS)) {
    for (const piece of loaded(...modules)) users.set(piece, [...(users.get(piece) ?? []), command]);
  }
  const sharing = new Map<string, string[]>();
  for (const [piece, commands] of users) {
    const name = nameFor(commands);
    if (!names.has(piece)) sharing.set(name, [...(sharing.get(name) ?? []), piece]);
  }
  for (const [name, pieces] of sharing) {
    const isSmall = pieces.reduce((sum, piece) => sum + bytesOf(piece), 0) < SMALL;
    put(pieces, isSmall && name.includes('-') ? 'core' : name);
  }
  put(loaded(FEATURES), 'lsp-features');
  return names;
}

function nameFor(commands: readonly string[]): string {
  // It shares little with others, and starts without the readers and matchers.
  if (commands.length > 1 && commands.includes('lsp')) return 'start';
  return commands.length >= MANY ? 'core' : commands.join('-');
}

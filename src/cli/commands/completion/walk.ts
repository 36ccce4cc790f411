/** The common part of the scripts for bash and zsh, which differ in how they read the words and return candidates. */
import { type CompletionPlace, quoted, type Values } from './tree.ts';

/** The body of the loop over the words before the cursor. Words are compared, and never executed. */
export function walk(places: readonly CompletionPlace[]): string {
  const takers = places.flatMap(({ command, flags }) =>
    flags.filter(({ value }) => value !== undefined).flatMap(({ names }) => names.map((name) => `${command}:${name}`)),
  );
  const steps = places.flatMap(({ command, commands }) =>
    commands
      .map(({ name }) => `${command} ${name}`.trim())
      .filter((name) => places.some((place) => place.command === name))
      .map((name) => `      ${quoted(`${command}/${name.split(' ').at(-1)}`)}) command=${quoted(name)}; continue ;;`),
  );
  return `    if [[ -n $value ]]; then
      [[ $word == '=' ]] || value=''
      continue
    fi
    case "$command:$word" in
      ${takers.map(quoted).join('|')}) value="$command:$word"; continue ;;
    esac
    if [[ $word == -?* ]]; then continue; fi
    case "$command/$word" in
${steps.join('\n')}
    esac
    index=$((index + 1))`;
}

/** Branches by the value of a flag, and by the position of an argument. */
export function branches(
  places: readonly CompletionPlace[],
  branch: (values: Values) => string,
): { readonly byFlag: string; readonly byPosition: string } {
  const byFlag = places.flatMap(({ command, flags }) =>
    flags.flatMap(({ names, value }) =>
      value === undefined
        ? []
        : [`${names.map((name) => quoted(`${command}:${name}`)).join('|')}) ${branch(value)} ;;`],
    ),
  );
  const byPosition = places.flatMap(({ command, values }) =>
    values.map((value, i) => `${quoted(`${command}:${i}`)}) ${branch(value)} ;;`),
  );
  return { byFlag: indented(byFlag), byPosition: indented(byPosition) };
}

/** Branches by the command, for its flags, and by the command and position 0, for its subcommands. */
export function choices(
  places: readonly CompletionPlace[],
  branch: (all: readonly Choice[]) => string,
): { readonly flags: string; readonly commands: string } {
  const flags = places.map(({ command, flags }) => {
    const all = flags.flatMap(({ names, description }) => names.map((name) => ({ name, description })));
    return `${quoted(command)}) ${branch(all)} ;;`;
  });
  const commands = places
    .filter((place) => place.commands.length > 0)
    .map((place) => `${quoted(`${place.command}:0`)}) ${branch(place.commands)} ;;`);
  return { flags: indented(flags), commands: indented(commands) };
}

/** A flag or a subcommand. */
export interface Choice {
  readonly name: string;
  readonly description: string;
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `      ${line}`).join('\n');
}

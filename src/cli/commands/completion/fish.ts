/** The script for fish, with descriptions. */
import type { CompletionPlace, Flag, Values } from './tree.ts';

export function fishScript(places: readonly CompletionPlace[]): string {
  const paths = places.map(({ command }) => command).filter((command) => command !== '');
  const lines = places.flatMap((place) => {
    const at = `complete -c eb-pattern -n ${quoted(`__eb_pattern_at ${place.command}`.trim())}`;
    const files = place.commands.length === 0 && (place.values.length === 0 || place.values.includes('files'));
    return [
      ...(files ? [] : [`${at} -f`]),
      ...place.commands.map(({ name, description }) => `${at} -f -a ${quoted(name)} -d ${quoted(description)}`),
      ...place.values
        .filter((value) => typeof value !== 'string')
        .map((words) => `${at} -a ${quoted(words.join(' '))}`),
      ...place.flags.map((flag) => `${at} ${flagLine(flag)}`),
    ];
  });
  return `# Completion of eb-pattern for fish, made by: eb-pattern completion fish
function __eb_pattern_at --description 'Whether the words so far end at this command'
  set -l command
  set -l words (commandline -opc)
  for word in $words[2..-1]
    if contains -- "$(string join ' ' -- $command $word)" ${paths.map(quoted).join(' ')}
      set -a command $word
    end
  end
  test "$(string join ' ' -- $command)" = "$(string join ' ' -- $argv)"
end
${lines.join('\n')}
`;
}

function flagLine({ names, description, value }: Flag): string {
  const written = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  return [...written, ...(value === undefined ? [] : [given(value)]), '-d', quoted(description)].join(' ');
}

function given(values: Values): string {
  if (values === 'files') return '-r -F';
  return values === 'unknown' ? '-x' : `-x -a ${quoted(values.join(' '))}`;
}

/** In single quotes; fish reads two escapes there. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

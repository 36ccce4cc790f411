/** The script for bash. The shell itself completes file names, with the quotes that they need. */
import { type CompletionPlace, quoted, type Values } from './tree.ts';
import { branches, choices, walk } from './walk.ts';

export function bashScript(places: readonly CompletionPlace[]): string {
  const { byFlag, byPosition } = branches(places, given);
  const { flags, commands } = choices(places, (all) => `words=${list(all.map(({ name }) => name))}`);
  return `# Completion of eb-pattern for bash, made by: eb-pattern completion bash
_eb_pattern() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" command='' value='' words='' index=0 i word
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    # A colon divides words here, though not for eb-pattern.
    if [[ $word == ':' ]]; then
      i=$((i + 1))
      continue
    fi
${walk(places)}
  done
  # --flag=value is three words here.
  if [[ $cur == '=' ]]; then cur=''; fi
  if [[ -n $value ]]; then
    case "$value" in
${byFlag}
    esac
  elif [[ $cur == -* ]]; then
    case "$command" in
${flags}
    esac
  else
    case "$command:$index" in
${commands}
${byPosition}
      *) return ;;
    esac
  fi
  while IFS= read -r word; do
    COMPREPLY+=("$word")
  done < <(compgen -W "$words" -- "$cur")
  # What is no word of the list is no file either.
  if [[ \${#COMPREPLY[@]} -eq 0 ]]; then compopt +o default 2>/dev/null; fi
}
complete -o default -F _eb_pattern eb-pattern
`;
}

function given(values: Values): string {
  if (values === 'files') return 'return';
  return values === 'unknown' ? ':' : `words=${list(values)}`;
}

/** bash expands such a list again. */
function list(words: readonly string[]): string {
  const unsafe = words.find((word) => !/^[\w.:+-]+$/.test(word));
  if (unsafe !== undefined) throw new Error(`${unsafe} needs quotes in a list of words`);
  return quoted(words.join(' '));
}

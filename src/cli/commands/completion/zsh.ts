/** The script for zsh, with descriptions. */
import { type CompletionPlace, quoted, type Values } from './tree.ts';
import { branches, type Choice, choices, walk } from './walk.ts';

export function zshScript(places: readonly CompletionPlace[]): string {
  const { byFlag, byPosition } = branches(places, given);
  const { flags, commands } = choices(places, (all) => `found=(${described(all)})`);
  return `#compdef eb-pattern
# Completion of eb-pattern for zsh, made by: eb-pattern completion zsh
_eb-pattern() {
  local command='' value='' index=0 i word cur="$words[CURRENT]"
  local -a found
  for ((i = 2; i < CURRENT; i++)); do
    word="$words[i]"
${walk(places)}
  done
  if [[ -z $value && $cur == --*=* ]]; then
    value="$command:\${cur%%=*}"
    compset -P '*='
  fi
  if [[ -n $value ]]; then
    case "$value" in
${byFlag}
    esac
  elif [[ $cur == -* ]]; then
    case "$command" in
${flags}
    esac
    _describe -o 'flag' found
  else
    case "$command:$index" in
${commands}
${byPosition}
      *) _files; return ;;
    esac
    if (( $#found )); then _describe 'command' found; fi
  fi
}
if [[ "$funcstack[1]" == '_eb-pattern' ]]; then
  _eb-pattern "$@"
else
  compdef _eb-pattern eb-pattern
fi
`;
}

function given(values: Values): string {
  if (values === 'files') return '_files; return';
  return values === 'unknown' ? 'return' : `compadd -- ${values.map(quoted).join(' ')}; return`;
}

/** A colon divides name and description. */
function described(all: readonly Choice[]): string {
  return all.map(({ name, description }) => quoted(`${name.replaceAll(':', '\\:')}:${description}`)).join(' ');
}

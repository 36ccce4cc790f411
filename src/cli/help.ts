/** Choices and defaults in the help, in one form after every description: `(one of: a, b; default: a)`. */
import type { HelpConfiguration } from 'commander';

export const HELP_STYLE = {
  // Beside the longest name of a command in 80 columns.
  minWidthToWrap: 30,
  optionDescription: ({ description, argChoices, defaultValue, defaultValueDescription, required, optional }) => {
    const isShown = defaultValue !== undefined && (required || optional);
    return described(description, argChoices, isShown ? (defaultValueDescription ?? String(defaultValue)) : undefined);
  },
  argumentDescription: ({ description, argChoices, defaultValue, defaultValueDescription }) =>
    described(
      description,
      argChoices,
      defaultValue === undefined ? undefined : (defaultValueDescription ?? String(defaultValue)),
    ),
} satisfies HelpConfiguration;

/** A default that only the command knows is in the description. */
function described(description: string, choices: readonly string[] | undefined, value: string | undefined): string {
  const [, text = description, said] = /^(.*) \(default: ([^()]*)\)$/s.exec(description) ?? [];
  const shown = value ?? said;
  const notes = [
    ...(choices === undefined ? [] : [`one of: ${choices.join(', ')}`]),
    ...(shown === undefined ? [] : [`default: ${shown}`]),
  ];
  return notes.length === 0 ? text : `${text} (${notes.join('; ')})`;
}

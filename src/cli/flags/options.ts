/** Flags and help texts of several commands. */
import { type Command, Option } from 'commander';
import { dialects } from '../../index.ts';
import { counted } from './numbers.ts';

export const PATTERN = 'a file that holds a pattern, file#address for one of several, - for standard input, or JSON';
export const EVENT = 'a file that holds an event, - for standard input, or JSON';
export const PATTERN_OR_FOLDER = `${PATTERN}; or a folder of patterns`;
export const LINES = 'files with an event on each line, also .gz, .zst, Parquet, Arrow; - for standard input';

/** Headings of the help, in the order of all commands. */
export const RUN = 'Run:';
export const EVENTS = 'Events:';
export const REPORT = 'Report:';
const GATES = 'Gates:';
const FOLDERS = 'Folders:';
const LANGUAGE = 'Language:';

export function language(): readonly Option[] {
  return inGroup(LANGUAGE, dialect(), extension());
}

export function dialect(): Option {
  const names = dialects.map(({ name }) => name);
  return new Option('--dialect <name>', `the language (default: ${names[0]})`).choices(names).helpGroup(LANGUAGE);
}

export function help(): Option {
  return new Option('-h, --help', 'print help');
}

/** Options under one heading of the help. */
export function inGroup(heading: string, ...options: readonly Option[]): readonly Option[] {
  for (const option of options) option.helpGroup(heading);
  return options;
}

export function extension(): Option {
  return new Option('--extension <name>', 'an extension attribute that events carry (repeatable)')
    .argParser(repeated)
    .helpGroup(LANGUAGE);
}

export function format(...names: readonly string[]): Option {
  return new Option('-f, --format <format>', 'how the answer is printed')
    .choices(names.length === 0 ? ['human', 'json'] : names)
    .default('human')
    .helpGroup(REPORT);
}

/** For commands that judge several events. */
export function any(): Option {
  return new Option('--any', 'one event that matches is enough').helpGroup(RUN);
}

/** A number of things, from 1 on. */
export function countOf(flags: string, description: string, most?: number): Option {
  return new Option(flags, description).argParser((text: string) => counted(text, most));
}

export function gates(): readonly Option[] {
  return inGroup(
    GATES,
    new Option('--no-narrower', 'fail when an event that matched before no longer does'),
    new Option('--no-wider', 'fail when an event matches that did not before'),
    new Option('--no-change', 'fail when not the same events match as before'),
  );
}

export function listSkipped(): Option {
  return new Option('--list-skipped', 'name every file that is passed over').helpGroup(FOLDERS);
}

/** For commands that search folders for patterns. */
export function skipping(): readonly Option[] {
  return inGroup(
    FOLDERS,
    listSkipped(),
    new Option('--fail-on-skipped', 'fail when a file is passed over or a pattern cannot be checked'),
    new Option('--no-skip', 'the same as --fail-on-skipped'),
  );
}

/** Appends to one list: a copy for each value would cost their square. */
export function repeated(value: string, before: string[] | undefined): string[] {
  if (before === undefined) return [value];
  before.push(value);
  return before;
}

export function withOptions(command: Command, ...options: readonly Option[]): Command {
  for (const option of options) command.addOption(option);
  return command;
}

/** THE table of settings: each member of the config file, with its flag and its variables, which take precedence in this order: flag, variable, file. */
import type { Form, Member, MemberSchema } from './member.ts';

const text = (description: string): MemberSchema => ({ type: 'string', minLength: 1, description });

const list = (description: string): MemberSchema => ({
  type: 'array',
  items: { type: 'string', minLength: 1 },
  uniqueItems: true,
  description,
});

const percentage = (description: string): MemberSchema => ({ type: 'number', minimum: 0, maximum: 100, description });
const PERCENTAGE = 'a percentage from 0 to 100';

/** Ids of many digits are often written without quotes, and numbers with them. */
const either = (description: string, more: object = {}): MemberSchema => ({
  type: ['string', 'number'],
  ...more,
  description,
});

/** A part of the address of requests. */
const ADDRESS = { refuseInFile: 'it decides where credentials are sent' };

/** The schema of the config file adds the codes. */
const severities: MemberSchema = {
  type: 'object',
  additionalProperties: false,
  description: 'Severities of findings by code; `off` removes a finding.',
};

/** Commands that search folders for patterns. */
const COMMANDS_ON_FILES = ['check', 'test', 'route', 'filter', 'overlap', 'diff', 'lsp'];

export const members: readonly Member[] = [
  // `init` writes a config, and reads none.
  member('dialect', 'text', text('The language of patterns.'), { except: ['init'] }),
  member('extensions', 'list', list('Extension attributes of events.'), { attribute: 'extension' }),
  member('format', 'text', text('The format of answers. Commands without the format use their default.')),
  member(
    'allowOutside',
    'switch',
    { type: 'boolean', description: 'Permits files to name files outside of the repository.' },
    {
      refuseInFile: 'it decides what strangers may read',
    },
  ),
  member('output', 'list', list('Reports to write to files, each `FORMAT:FILE`.'), { path: 'format:file' }),
  member('failOn', 'text', text('The mildest severity that fails the run.')),
  member(
    'maxWarnings',
    'number',
    { type: 'integer', minimum: 0, description: 'More warnings fail the run.' },
    {
      what: 'a whole number from 0 on',
    },
  ),
  member('failOnSkipped', 'switch', {
    type: 'boolean',
    description: 'A file that is passed over, or a pattern that cannot be checked, fails the run.',
  }),
  member('files', 'list', list('Files, folders and globs for `check` and `test` without arguments.'), {
    path: 'file',
    without: ['check', 'test'],
  }),
  member('patterns', 'list', list('Globs of files that are read as patterns, with any content.'), {
    without: COMMANDS_ON_FILES,
  }),
  member('ignore', 'list', list('Globs of files to ignore.'), { without: COMMANDS_ON_FILES }),
  member('severities', 'map', severities, { variables: [], without: ['check', 'test', 'lsp'] }),
  member('baseline', 'text', text('The file of known findings.'), { path: 'file' }),
  ofTest('strictDialects', 'switch', {
    type: 'boolean',
    description: 'A test fails when the dialects differ on its event.',
  }),
  ofTest(
    'bail',
    'switch',
    {
      type: ['boolean', 'integer'],
      minimum: 1,
      description: 'Stop after the first failed test, or after this number of them.',
    },
    { what: '`true`, or how many failures are enough' },
  ),
  ofTest('shuffle', 'text', either('The seed for the order of tests.')),
  ofTest('coverage.of', 'list', list('Patterns and folders that must be tested; an untested one counts as 0 %.'), {
    attribute: 'coverageOf',
    path: 'file',
  }),
  ofTest('coverage.threshold', 'number', percentage('Less coverage, in percent, fails the run.'), {
    attribute: 'coverageThreshold',
    what: PERCENTAGE,
  }),
  ofTest('mutation.threshold', 'number', percentage('A lower share of killed mutants, in percent, fails the run.'), {
    attribute: 'mutationThreshold',
    what: PERCENTAGE,
  }),
  ofStream('accountId', 'text', either('The number of the main account.'), {
    ...ADDRESS,
    variables: ['ALIBABA_CLOUD_ACCOUNT_ID'],
  }),
  ofStream('region', 'text', either('Such as cn-hangzhou.'), {
    ...ADDRESS,
    variables: ['ALIBABA_CLOUD_REGION', 'ALIBABA_CLOUD_REGION_ID'],
  }),
  ofStream('endpoint', 'text', either('Replaces the address of the transport.'), {
    ...ADDRESS,
    // Unset means the real service: an empty variable that was meant to prevent that must not cause it.
    refuseEmpty: 'unset it, or give scheme and host',
  }),
  ofStream(
    'insecureHttp',
    'switch',
    { type: 'boolean', description: 'Permits credentials over plain http to another host.' },
    { refuseInFile: 'it decides how credentials are sent' },
  ),
  ofStream('transport', 'text', text('The protocol of the service.'), ADDRESS),
  ofStream('auth', 'text', text('The kind of credentials to read from the environment.')),
  ofStream('timeout', 'number', either('Seconds for a call with its retries.', { exclusiveMinimum: 0 }), {
    what: 'a number of seconds above 0',
  }),
  ofStream('interval', 'number', either('Seconds between two polls of `wait`.', { exclusiveMinimum: 0 }), {
    what: 'a number of seconds above 0',
  }),
  ofStream('retries', 'number', either('Retries after a failure.', { minimum: 0, maximum: 100, multipleOf: 1 }), {
    what: 'a whole number from 0 to 100',
  }),
  ofStream('price', 'number', either('The price of one request.', { minimum: 0 }), {
    what: 'what one request costs, a number from 0 on',
  }),
];

type More = Partial<Omit<Member, 'name' | 'form' | 'schema'>>;

/** By default the flag and the variable have the name of the member. */
function member(name: string, form: Form, schema: MemberSchema, more: More = {}): Member {
  const attribute = more.attribute ?? name;
  return { name, attribute, variables: [variableOf(attribute)], form, schema, ...more };
}

function ofTest(name: string, form: Form, schema: MemberSchema, more: More = {}): Member {
  return member(`test.${name}`, form, schema, { attribute: name, only: 'test', ...withVariables(name, more) });
}

function ofStream(name: string, form: Form, schema: MemberSchema, more: More = {}): Member {
  return member(`stream.${name}`, form, schema, { attribute: name, only: 'stream', ...withVariables(name, more) });
}

/** The variable of this program precedes those of others. */
function withVariables(name: string, more: More): More {
  return { ...more, variables: [variableOf(more.attribute ?? name), ...(more.variables ?? [])] };
}

function variableOf(attribute: string): string {
  return `EB_PATTERN_${attribute.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;
}

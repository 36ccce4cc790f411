/** THE table of settings: each member of the config file, with its flag and its variables, which take precedence in this order: flag, variable, file. */
import { findingCatalogue } from '../findings/catalogue.ts';
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

const severities: MemberSchema = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    Object.entries(findingCatalogue).map(([code, { summary }]) => [
      code,
      { enum: ['off', 'info', 'warning', 'error'], description: summary },
    ]),
  ),
  description: 'How bad findings are, by their codes; `off` keeps silent about them.',
};

/** Commands that search folders for patterns. */
const COMMANDS_ON_FILES = ['check', 'test', 'route', 'filter', 'overlap', 'diff', 'lsp'];

export const members: readonly Member[] = [
  member('dialect', 'text', text('The language of patterns.')),
  member('extensions', 'list', list('Extension attributes that events carry.'), { attribute: 'extension' }),
  member(
    'format',
    'text',
    text('How answers are printed. Commands that do not have the format print as they always do.'),
  ),
  member(
    'allowOutside',
    'switch',
    { type: 'boolean', description: 'Files may name files outside of the repository.' },
    {
      refuseInFile: 'it decides what strangers may read',
    },
  ),
  member('output', 'list', list('Reports that are written to files: FORMAT:FILE.'), { path: 'format:file' }),
  member('failOn', 'text', text('From which severity on a finding fails the run.')),
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
  member('files', 'list', list('Files, folders and globs that `check` and `test` take when none is named.'), {
    path: 'file',
    without: ['check', 'test'],
  }),
  member('patterns', 'list', list('Globs of files that are patterns, whatever they look like.'), {
    without: COMMANDS_ON_FILES,
  }),
  member('ignore', 'list', list('Globs of files that are not looked at.'), { without: COMMANDS_ON_FILES }),
  member('severities', 'map', severities, { variables: [], without: ['check', 'test', 'lsp'] }),
  member('baseline', 'text', text('A file of known findings, which do not fail the run.'), { path: 'file' }),
  ofTest('strictDialects', 'switch', { type: 'boolean', description: 'A test fails when the dialects differ on it.' }),
  ofTest(
    'bail',
    'switch',
    {
      type: ['boolean', 'integer'],
      minimum: 1,
      description: 'The first test that fails ends the run; a number: so many that fail.',
    },
    { what: '`true`, or how many failures are enough' },
  ),
  ofTest('shuffle', 'text', either('The seed of the order in which tests run.')),
  ofTest('coverage.of', 'list', list('Patterns and folders that must be tested; those that are not count as 0 %.'), {
    attribute: 'coverageOf',
    path: 'file',
  }),
  ofTest('coverage.threshold', 'number', percentage('Less coverage, in percent, fails the run.'), {
    attribute: 'coverageThreshold',
    what: PERCENTAGE,
  }),
  ofTest('mutation.threshold', 'number', percentage('A smaller share of noticed mutants, in percent, fails the run.'), {
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
  ofStream('endpoint', 'text', either('Scheme, host and port instead of the own host of the transport.'), {
    ...ADDRESS,
    // Unset means the real service: an empty variable that was meant to prevent that must not cause it.
    refuseEmpty: 'unset it, or give scheme and host',
  }),
  ofStream(
    'insecureHttp',
    'switch',
    { type: 'boolean', description: 'Credentials may go over plain http to another host.' },
    { refuseInFile: 'it decides how credentials are sent' },
  ),
  ofStream('transport', 'text', text('How the service is spoken to.'), ADDRESS),
  ofStream('auth', 'text', text('Which credentials of the environment are used.')),
  ofStream('timeout', 'number', either('Seconds for a call with its repetitions.', { exclusiveMinimum: 0 }), {
    what: 'a number of seconds above 0',
  }),
  ofStream('interval', 'number', either('Seconds between two questions of `wait`.', { exclusiveMinimum: 0 }), {
    what: 'a number of seconds above 0',
  }),
  ofStream('retries', 'number', either('Repetitions after a failure.', { minimum: 0, maximum: 100, multipleOf: 1 }), {
    what: 'a whole number from 0 to 100',
  }),
  ofStream('price', 'number', either('What one request costs.', { minimum: 0 }), {
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

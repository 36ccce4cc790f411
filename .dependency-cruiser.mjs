// Who may import whom, one layer after another; docs/layers.md shows it. What a layer does not list it may not import,
// and a file of src that is in no layer is an error, so that a new folder begins with a line here.

const PATTERN = '^src/pattern/';
const JSON_READER = `${PATTERN}json/`;
const VALUE = `${PATTERN}value/`;
/** Kinds of atoms, which do not import each other; their contract and their table are part of `value`. */
const ATOM_KIND = `${VALUE}strings/kinds/(?!(?:index|kind)\\.ts$)`;
/** Finds many texts in one: the client hides secrets with it. */
const TEXT_SEARCH = `${VALUE}text-search\\.ts$`;
const ANALYSIS = `${PATTERN}analysis/`;
const FINDING = `${PATTERN}finding\\.ts$`;
const DIAGNOSTIC = `${PATTERN}diagnostic\\.ts$`;
const PLACE = `${PATTERN}place\\.ts$`;
const DIALECT = `${PATTERN}dialect\\.ts$`;
const CONTRACT = `${PATTERN}operators/operator\\.ts$`;
const PREDICATE = `${PATTERN}operators/predicate\\.ts$`;
const KEYS = `${PATTERN}operators/keys\\.ts$`;
const TABLE = `${PATTERN}operators/index\\.ts$`;
/** What several operators share. */
const OPERATOR_PART = `${PATTERN}operators/(?:affix|documented-number)\\.ts$`;
const OPERATOR = `${PATTERN}operators/(?!(?:index|operator|predicate|keys|affix|documented-number)\\.ts$)`;
const PARSE = `${PATTERN}parse\\.ts$`;
const READER = `${PATTERN}(?:anywhere-)?reader\\.ts$`;
const FIELD_READER = `${PATTERN}field-reader\\.ts$`;
/** Alternatives, and what makes the fields of one hold together. */
const FORMULA = `${PATTERN}formula\\.ts$`;
const TOGETHER = `${PATTERN}together\\.ts$`;
const EVENT_VALUES = `${PATTERN}event-values\\.ts$`;
const CHECK = `${PATTERN}check\\.ts$`;
const MISPLACED_OPERATORS = `${PATTERN}misplaced-operators\\.ts$`;
const FIX = `${PATTERN}fix/`;
const FOREIGN_KEYS = `${FIX}foreign-keys\\.ts$`;
const SEMANTICS = `${PATTERN}semantics/`;
const PRINT = `${PATTERN}print\\.ts$`;
const PLAN = `${PATTERN}plan\\.ts$`;
const EVENT = `${PATTERN}event\\.ts$`;
const COMPILE = `${PATTERN}compile\\.ts$`;
const MESSAGES = `${PATTERN}messages\\.ts$`;
const CATALOGUE = `${PATTERN}catalogue\\.ts$`;
const SUGGEST = `${PATTERN}suggest\\.ts$`;
const PATTERN_FORM = `${PATTERN}pattern\\.ts$`;
const FIELD_SET = `${PATTERN}field-set\\.ts$`;
const FIELD = `${PATTERN}field\\.ts$`;
const MATCHER = `${PATTERN}matcher\\.ts$`;
const FORMAT = `${PATTERN}format\\.ts$`;
const EXPLAIN = `${PATTERN}explain/`;
const REASONS = `${PATTERN}reasons\\.ts$`;
const TEXT_REASONS = `${PATTERN}text-reasons\\.ts$`;
const SCAN = `${PATTERN}scan/`;
/** A buffer in which many events are matched where they lie. */
const EVENT_SPACE = `${SCAN}event-space\\.ts$`;
const SET = `${PATTERN}set/`;
const SCHEMA = `${PATTERN}schema\\.ts$`;
const AWS_PATTERN = `${PATTERN}aws-pattern\\.ts$`;
const FILTER_PATTERN = `${PATTERN}filter-pattern\\.ts$`;
const MUTANTS = `${PATTERN}mutants\\.ts$`;
const BRANCH_MUTANTS = `${PATTERN}branch-mutants\\.ts$`;
const NODE_TEST = `${PATTERN}node-test\\.ts$`;
const CROSS_CHECK = `${PATTERN}cross-check\\.ts$`;
const PARTIAL = `${PATTERN}partial\\.ts$`;
/** Checks arguments: every layer of `src/pattern/` may import it, and so may the editor and suites. */
const ARGUMENTS = `${PATTERN}arguments\\.ts$`;
/** Work that can be interrupted: any part of the core, of suites, of the editor and of the page may do it. */
const STEPS = `${PATTERN}steps\\.ts$`;
/** Questions that the page asks in steps. */
const NEAREST = `${PATTERN}analysis/nearest-pattern\\.ts$`;
/** The answer of `explain` in a few words, which the page and the command line show. */
const WHY_NOT = `${PATTERN}explain/why-not\\.ts$`;
/** `eb-pattern` and `eb-pattern/json`. */
const CORE_ENTRY = '^src/(?:index|json)\\.ts$';
const CLIENT = '^src/client/';
const EDITOR = '^src/editor/';
const FAST_CHECK = '^src/fast-check/';
const SUITE = '^src/suite/';
/** Patterns in the language of another cloud. */
const CONVERT = '^src/convert/';
const PAGE_STATE = '^src/playground/state/';
const PAGE = '^src/playground/page/';
const PAGE_LATER = '^src/playground/later/';
const CLI = '^src/cli/';

/** Clips and quotes user input for messages: suites, the client and the command line may import it. */
const EXCERPT = `${VALUE}excerpt\\.ts$`;
const ADDRESSES = `${VALUE}addresses\\.ts$`;
const npm = (name) => `(?:^|/)node_modules/${name.replaceAll('.', '\\.')}/`;
const IPADDR = npm('ipaddr.js');
const CODEMIRROR = '(?:^|/)node_modules/@codemirror/';

/**
 * The layers outside the command line. `at` is where the layer is; `may` is what it may import; `types` is what it may import
 * by `import type` only; `node` allows the modules of Node. A folder may import its own files, except the operators, which
 * do not import each other.
 */
const layers = [
  { name: 'arguments', at: ARGUMENTS },
  { name: 'steps', at: STEPS },
  { name: 'json', at: JSON_READER, may: [JSON_READER] },
  {
    name: 'value',
    at: `${VALUE}(?!strings/kinds/(?!(?:index|kind)\\.ts$))`,
    may: [VALUE, IPADDR],
    types: [JSON_READER],
  },
  { name: 'atom-kinds', at: ATOM_KIND, may: [`${VALUE}(?!strings/kinds/(?!kind\\.ts$))`] },
  { name: 'finding', at: FINDING, types: [DIALECT] },
  { name: 'messages', at: MESSAGES, may: [EXCERPT], types: [FINDING] },
  { name: 'catalogue', at: CATALOGUE, may: [MESSAGES], types: [FINDING] },
  { name: 'suggest', at: SUGGEST },
  { name: 'place', at: PLACE, may: [JSON_READER] },
  { name: 'diagnostic', at: DIAGNOSTIC, may: [FINDING, MESSAGES, PLACE], types: [JSON_READER, FIX] },
  { name: 'format', at: FORMAT, types: [DIAGNOSTIC, JSON_READER] },
  { name: 'dialect', at: DIALECT },
  { name: 'fix', at: FIX, may: [FIX, JSON_READER, VALUE, PLACE, DIALECT, SUGGEST] },
  { name: 'reasons', at: REASONS },
  { name: 'text-reasons', at: TEXT_REASONS, may: [REASONS, VALUE, JSON_READER, DIALECT] },
  {
    name: 'operator-contract',
    at: `${CONTRACT}|${PREDICATE}|${KEYS}`,
    may: [JSON_READER, VALUE, DIAGNOSTIC, DIALECT, CONTRACT, PREDICATE],
    types: [MESSAGES, KEYS, REASONS],
  },
  {
    name: 'operator-parts',
    at: OPERATOR_PART,
    may: [VALUE, DIAGNOSTIC, DIALECT, CONTRACT, PREDICATE, TEXT_REASONS],
    types: [JSON_READER, KEYS, REASONS],
  },
  {
    name: 'operators',
    at: OPERATOR,
    may: [JSON_READER, VALUE, DIAGNOSTIC, DIALECT, CONTRACT, PREDICATE, OPERATOR_PART, REASONS, TEXT_REASONS],
    types: [KEYS],
  },
  {
    name: 'operator-table',
    at: TABLE,
    may: [DIALECT, CONTRACT, OPERATOR],
  },
  { name: 'pattern', at: PATTERN_FORM, types: [DIALECT, JSON_READER, CONTRACT] },
  { name: 'formula', at: FORMULA, types: [PATTERN_FORM] },
  { name: 'print', at: PRINT, may: [TABLE, CONTRACT, PATTERN_FORM, FORMULA] },
  {
    name: 'misplaced-operators',
    at: MISPLACED_OPERATORS,
    may: [TABLE, DIAGNOSTIC, DIALECT, FIX],
    types: [JSON_READER],
  },
  {
    name: 'check',
    at: CHECK,
    may: [TABLE, CONTRACT, JSON_READER, DIAGNOSTIC, DIALECT, FIX, PATTERN_FORM, PRINT, MISPLACED_OPERATORS],
  },
  {
    name: 'semantics',
    at: SEMANTICS,
    may: [SEMANTICS, FIELD_SET, FORMULA, PLAN, PRINT, VALUE, DIAGNOSTIC, FIX],
    types: [CHECK, MESSAGES, PATTERN_FORM, DIALECT],
  },
  {
    name: 'field-reader',
    at: FIELD_READER,
    may: [TABLE, CONTRACT, JSON_READER, DIAGNOSTIC, DIALECT, PATTERN_FORM, CHECK],
    types: [SEMANTICS],
  },
  {
    name: 'reader',
    at: READER,
    may: [
      FIELD_READER,
      FORMULA,
      PLAN,
      TABLE,
      CONTRACT,
      JSON_READER,
      MESSAGES,
      DIAGNOSTIC,
      DIALECT,
      PATTERN_FORM,
      CHECK,
      MISPLACED_OPERATORS,
    ],
    types: [SEMANTICS],
  },
  {
    name: 'parse',
    at: PARSE,
    may: [READER, JSON_READER, DIAGNOSTIC, DIALECT, CHECK, SEMANTICS, FIX, PATTERN_FORM],
    types: [FINDING],
  },
  { name: 'partial', at: PARTIAL, may: [PARSE, JSON_READER, DIAGNOSTIC, DIALECT, FIX], types: [PATTERN_FORM] },
  { name: 'plan', at: PLAN, may: [PRINT, PATTERN_FORM, FORMULA], types: [DIALECT, CONTRACT] },
  { name: 'field', at: FIELD, may: [CONTRACT, PREDICATE], types: [PLAN, DIALECT] },
  { name: 'field-set', at: FIELD_SET, may: [VALUE], types: [PLAN, DIALECT] },
  { name: 'event', at: EVENT, may: [JSON_READER, VALUE], types: [FIELD, PREDICATE] },
  { name: 'together', at: TOGETHER, may: [EVENT] },
  {
    name: 'event-values',
    at: EVENT_VALUES,
    may: [EVENT, FIELD, TOGETHER, JSON_READER],
    types: [PLAN, PREDICATE],
  },
  { name: 'compile', at: COMPILE, may: [PLAN, FIELD, EVENT, EVENT_VALUES], types: [DIALECT] },
  {
    name: 'explain',
    at: EXPLAIN,
    may: [
      EXPLAIN,
      TOGETHER,
      EVENT_VALUES,
      REASONS,
      NODE_TEST,
      PLAN,
      FIELD,
      EVENT,
      VALUE,
      JSON_READER,
      CONTRACT,
      PREDICATE,
      SUGGEST,
    ],
    types: [PATTERN_FORM],
  },
  {
    name: 'scan',
    at: SCAN,
    may: [SCAN, PLAN, FIELD, EVENT, EVENT_VALUES, TOGETHER, JSON_READER, PREDICATE],
    types: [PATTERN_FORM, KEYS, DIALECT],
  },
  {
    name: 'set',
    at: SET,
    may: [
      SET,
      SCAN,
      PLAN,
      FIELD,
      EVENT,
      EVENT_VALUES,
      TOGETHER,
      VALUE,
      JSON_READER,
      MATCHER,
      DIALECT,
      PATTERN_FORM,
      PRINT,
      PREDICATE,
    ],
    types: [KEYS, PARSE, EXPLAIN],
  },
  {
    name: 'matcher',
    at: MATCHER,
    may: [PARSE, PATTERN_FORM, PRINT, PLAN, COMPILE, EVENT, EVENT_VALUES, EXPLAIN, SCAN, VALUE, DIALECT],
    types: [FINDING, DIAGNOSTIC, JSON_READER],
  },
  {
    name: 'analysis',
    at: ANALYSIS,
    may: [
      ANALYSIS,
      STEPS,
      PARSE,
      PLAN,
      FIELD_SET,
      FIELD,
      FIX,
      PLACE,
      VALUE,
      MATCHER,
      FORMULA,
      PATTERN_FORM,
      PRINT,
      EVENT,
      DIALECT,
      JSON_READER,
      SUGGEST,
      NODE_TEST,
      PREDICATE,
    ],
    types: [EXPLAIN, CONTRACT],
  },
  { name: 'schema', at: SCHEMA, may: [TABLE, DIALECT], types: [CONTRACT] },
  { name: 'aws-pattern', at: AWS_PATTERN, types: [CONTRACT] },
  { name: 'filter-pattern', at: FILTER_PATTERN, types: [TABLE, CONTRACT, DIALECT] },
  { name: 'mutants', at: MUTANTS, may: [PARSE, PRINT, PATTERN_FORM, BRANCH_MUTANTS, TABLE, JSON_READER] },
  { name: 'branch-mutants', at: BRANCH_MUTANTS, may: [FORMULA], types: [PATTERN_FORM] },
  { name: 'node-test', at: NODE_TEST, may: [EVENT, JSON_READER, PREDICATE], types: [FIELD] },
  {
    name: 'cross-check',
    at: CROSS_CHECK,
    may: [PARSE, MATCHER, PLAN, DIALECT, EVENT, EVENT_VALUES, FIELD, NODE_TEST],
    types: [DIAGNOSTIC, JSON_READER],
  },
  { name: 'core-entry', at: CORE_ENTRY, may: [PATTERN] },
  {
    name: 'editor',
    at: EDITOR,
    may: [
      EDITOR,
      PARTIAL,
      PARSE,
      JSON_READER,
      DIAGNOSTIC,
      DIALECT,
      PATTERN_FORM,
      TABLE,
      CONTRACT,
      SUITE,
      STEPS,
      ARGUMENTS,
      CORE_ENTRY,
    ],
  },
  { name: 'convert', at: CONVERT, may: [CONVERT, FORMULA, VALUE, ARGUMENTS, EVENT, CORE_ENTRY] },
  { name: 'suite', at: SUITE, may: [SUITE, ARGUMENTS, STEPS, EXCERPT, SUGGEST, CORE_ENTRY] },
  {
    name: 'page-state',
    at: PAGE_STATE,
    may: [PAGE_STATE, CORE_ENTRY, EDITOR, SUITE, STEPS, NEAREST, npm('@preact/signals')],
  },
  {
    name: 'page',
    at: PAGE,
    may: [PAGE, PAGE_STATE, CORE_ENTRY, WHY_NOT, EDITOR, npm('@preact/signals'), npm('preact'), CODEMIRROR],
  },
  {
    name: 'page-later',
    at: PAGE_LATER,
    may: [PAGE_LATER, PAGE, PAGE_STATE, CORE_ENTRY, EDITOR, SUITE, npm('preact'), npm('yaml'), CODEMIRROR],
  },
  { name: 'fast-check', at: FAST_CHECK, may: [FAST_CHECK, CORE_ENTRY, npm('fast-check')] },
  {
    name: 'client',
    at: CLIENT,
    may: [CLIENT, CORE_ENTRY, FINDING, EXCERPT, SUGGEST, TEXT_SEARCH, npm('undici')],
    node: true,
  },
];

/**
 * The folders of `src/cli`, from the lowest to the highest. `may` names folders before it, `outside` what else it may import, and
 * `holds` says what is in it. Any of them may use Node and the core entry.
 */
export const cliLayers = [
  {
    folder: 'terminal',
    holds: 'streams of the process without secrets, text for terminals and logs, tables, exit codes',
    outside: [CLIENT, npm('string-width')],
  },
  {
    folder: 'findings',
    holds: 'problems and findings as data, their places in texts, how they are shown',
    may: ['terminal'],
    outside: [CLIENT],
  },
  {
    folder: 'answer',
    holds: 'JSON answers: the words that describe them, their envelope, findings in them',
    may: ['terminal', 'findings'],
  },
  {
    folder: 'files',
    holds: 'files and folders by name: reading, searching, git revisions, writing',
    may: ['terminal', 'findings'],
    outside: [npm('tinyglobby')],
  },
  {
    folder: 'columns',
    holds: 'a column of Parquet and Arrow data as lines',
    may: ['findings', 'files'],
    outside: [npm('hyparquet'), npm('hyparquet-compressors'), npm('apache-arrow')],
  },
  {
    folder: 'syntax',
    holds: 'YAML, JSON and HCL texts as nodes with places; JSON Schema',
    may: ['terminal', 'findings', 'files'],
    outside: [SUITE, npm('yaml'), npm('web-tree-sitter')],
  },
  { folder: 'settings', holds: 'the settings: their contract and their table', may: ['findings'] },
  { folder: 'patterns', holds: 'one pattern or one event that was read', may: ['findings', 'answer', 'syntax'] },
  {
    folder: 'sources',
    holds: 'finds patterns: in folders, documents of tools, addresses',
    may: ['terminal', 'findings', 'answer', 'files', 'syntax', 'settings', 'patterns'],
  },
  {
    folder: 'session',
    holds: 'one run: its terminals, files and patterns',
    may: ['terminal', 'files', 'sources'],
  },
  { folder: 'flags', holds: 'flags that several commands share', may: ['session'], outside: [npm('commander')] },
  {
    folder: 'explanation',
    holds: 'explanations, nearest events and patterns as text',
    may: ['terminal', 'findings', 'answer', 'patterns', 'sources', 'session'],
    // Its entry alone: the build makes a second copy of anything else.
    outside: [CLIENT, SUITE, `${EDITOR}index`],
  },
  {
    folder: 'config',
    holds: 'finds the settings of a command: flags, environment, config file',
    may: ['terminal', 'findings', 'answer', 'files', 'syntax', 'settings', 'sources', 'session', 'flags'],
    outside: [npm('commander')],
  },
  {
    folder: 'schemas',
    holds: 'JSON Schemas of documents for editors: messages, snippets, Markdown',
    may: ['config'],
    outside: [CLIENT, SUITE, FOREIGN_KEYS, `${EDITOR}index`, npm('commander')],
  },
  {
    folder: 'policy',
    holds: 'severities, allowing comments, baseline, what fails a run',
    may: ['terminal', 'findings', 'files', 'syntax', 'sources', 'session'],
  },
  {
    folder: 'page',
    holds: 'the built page of the playground, read and served',
    may: ['findings'],
    outside: [PAGE_STATE],
  },
  { folder: 'sql', holds: 'necessary conditions of patterns in SQL', may: [], outside: [PLAN, VALUE] },
  {
    folder: 'compare',
    holds: 'patterns before and after a change, and gates',
    may: ['terminal', 'findings', 'answer', 'files', 'patterns', 'sources', 'session', 'explanation'],
  },
  {
    folder: 'fix',
    holds: 'safe fixes, written to files',
    may: ['findings', 'files', 'syntax', 'patterns', 'sources', 'session', 'policy'],
  },
  {
    folder: 'suite',
    holds: 'suites of files: found, read, run',
    may: ['terminal', 'findings', 'files', 'syntax', 'patterns', 'sources'],
    outside: [SUITE],
  },
  {
    folder: 'coverage',
    holds: 'coverage and mutation of suites',
    may: [
      'terminal',
      'findings',
      'answer',
      'files',
      'syntax',
      'patterns',
      'sources',
      'session',
      'explanation',
      'suite',
    ],
    outside: [SUITE],
  },
  {
    folder: 'report',
    holds: 'results of check and test as data',
    may: [
      'terminal',
      'findings',
      'answer',
      'files',
      'patterns',
      'sources',
      'session',
      'explanation',
      'policy',
      'suite',
      'coverage',
    ],
    outside: [SUITE],
  },
  {
    folder: 'formats',
    holds: 'a report as text, one file for each format',
    may: ['terminal', 'findings', 'answer', 'report'],
  },
  {
    folder: 'reporter',
    holds: 'collects results during a run, and delivers reports',
    may: [
      'terminal',
      'findings',
      'files',
      'sources',
      'session',
      'flags',
      'policy',
      'suite',
      'coverage',
      'report',
      'formats',
    ],
    outside: [npm('commander')],
  },
  {
    folder: 'stream',
    holds: 'what the stream commands share',
    may: ['terminal', 'findings', 'answer', 'files', 'syntax', 'settings', 'patterns', 'sources', 'session', 'fix'],
    outside: [CLIENT],
  },
  {
    folder: 'lines',
    holds: 'matches large inputs line by line, in threads',
    may: ['terminal', 'findings', 'files', 'columns', 'patterns', 'sources', 'session', 'flags'],
    outside: [EVENT_SPACE, npm('commander')],
  },
  {
    folder: 'language-server',
    holds: 'answers editors: findings, fixes, completion, explanations',
    may: [
      'terminal',
      'findings',
      'files',
      'syntax',
      'settings',
      'patterns',
      'sources',
      'session',
      'config',
      'policy',
      'fix',
      'suite',
      'stream',
      'page',
    ],
    outside: [
      PAGE_STATE,
      `${EDITOR}index`,
      npm('yaml'),
      npm('vscode-languageserver'),
      npm('vscode-languageserver-protocol'),
      npm('vscode-languageserver-textdocument'),
    ],
  },
  {
    folder: 'commands',
    holds: 'a folder for each command: flags.ts declares it, run.ts runs it, answer.ts describes its JSON',
    may: [
      'terminal',
      'findings',
      'answer',
      'files',
      'syntax',
      'patterns',
      'sources',
      'session',
      'flags',
      'explanation',
      'sql',
      'config',
      'schemas',
      'page',
      'compare',
      'fix',
      'suite',
      'coverage',
      'report',
      'formats',
      'reporter',
      'stream',
      'lines',
      'language-server',
    ],
    outside: [CLIENT, SUITE, CONVERT, PAGE_STATE, WHY_NOT, npm('commander'), npm('yaml')],
  },
  {
    folder: '',
    holds: 'entry point, parser of arguments, help',
    may: ['terminal', 'findings', 'answer', 'session', 'flags', 'config', 'stream', 'commands'],
    outside: [npm('commander')],
  },
];

/** The files of a folder; of `src/cli` itself, those that are in no folder. */
const cliFolder = (folder) => (folder === '' ? `${CLI}[^/]+$` : `${CLI}${folder}/`);

/** What every folder of the command line may import. */
const COMMON = [CORE_ENTRY, FINDING, EXCERPT, SUGGEST];

/** @throws Error for a layer that names one above it */
function cliLayer({ folder, may = [], outside = [] }, index) {
  const below = cliLayers.slice(0, index).map((layer) => layer.folder);
  const wrong = may.find((name) => !below.includes(name));
  if (wrong !== undefined) throw new Error(`src/cli/${folder} names ${wrong}, which is no layer below it`);
  const paths = [folder, ...may].map(cliFolder);
  return {
    name: `cli-${folder || 'entry'}`,
    at: cliFolder(folder),
    may: [...paths, ...COMMON, ...outside],
    common: COMMON,
    node: true,
  };
}

/** All rows; `common` is what a row may import because all rows like it may. */
export const all = [...layers, ...cliLayers.map(cliLayer)];

const list = (paths) => (paths.length > 0 ? paths : ['^nothing$']);

function rulesOf({ name, at, may = [], types = [], node = false }) {
  const notNode = node ? { dependencyTypesNot: ['core'] } : {};
  const rules = [
    {
      name: `${name}-imports-only-its-list`,
      severity: 'error',
      from: { path: at },
      to: { pathNot: list([...may, ...types, ...(at.includes(PATTERN) ? [ARGUMENTS] : [])]), ...notNode },
    },
  ];
  if (types.length > 0) {
    rules.push({
      name: `${name}-imports-these-as-types-only`,
      severity: 'error',
      from: { path: at },
      to: { path: types, pathNot: list(may), dependencyTypesNot: ['type-only'] },
    });
  }
  return rules;
}

export default {
  forbidden: [
    ...all.flatMap(rulesOf),
    {
      name: 'every-file-has-a-layer',
      comment: 'The importing file is in no layer of .dependency-cruiser.mjs: add it to one, or a layer for it.',
      severity: 'error',
      from: { path: '^src/', pathNot: all.map((layer) => layer.at) },
      to: {},
    },
    {
      name: 'every-imported-file-has-a-layer',
      comment: 'The imported file is in no layer of .dependency-cruiser.mjs: add it to one, or a layer for it.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: all.map((layer) => layer.at) },
    },
    {
      name: 'ipaddr-has-one-importer',
      severity: 'error',
      from: { pathNot: [ADDRESSES, '(?:^|/)node_modules/'] },
      to: { path: IPADDR },
    },
    {
      name: 'core-imports-no-node',
      severity: 'error',
      from: { path: [PATTERN, CORE_ENTRY, EDITOR, PAGE_STATE, PAGE, PAGE_LATER, SUITE, FAST_CHECK] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-imports-no-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|bench|fuzz|scripts)/' },
    },
    {
      name: 'commands-do-not-import-each-other',
      severity: 'error',
      from: { path: `${CLI}commands/([^/]+)/`, pathNot: `${CLI}commands/schema/` },
      to: { path: `${CLI}commands/`, pathNot: `${CLI}commands/$1/` },
    },
    {
      name: 'schema-lists-the-answers-of-commands',
      severity: 'error',
      from: { path: `${CLI}commands/schema/` },
      to: { path: `${CLI}commands/`, pathNot: [`${CLI}commands/schema/`, `${CLI}commands/[^/]+/answer\\.ts$`] },
    },
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // By content: a fresh clone has new times.
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'content' },
    doNotFollow: { path: 'node_modules' },
    // Imports of types count: a layer that uses the types of another depends on it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
};

// Who may import whom: the table of ARCHITECTURE.md, one room after another. What a room does not list it may not import,
// and a file of src that is in no room is an error, so that a new folder begins with a line here.

const PATTERN = '^src/pattern/';
const JSON_READER = `${PATTERN}json/`;
const VALUE = `${PATTERN}value/`;
const ANALYSIS = `${PATTERN}analysis/`;
const DIAGNOSTIC = `${PATTERN}diagnostic\\.ts$`;
const PLACE = `${PATTERN}place\\.ts$`;
const DIALECT = `${PATTERN}dialect\\.ts$`;
const CONTRACT = `${PATTERN}operators/operator\\.ts$`;
const PREDICATE = `${PATTERN}operators/predicate\\.ts$`;
const KEYS = `${PATTERN}operators/keys\\.ts$`;
const TABLE = `${PATTERN}operators/index\\.ts$`;
const OPERATOR = `${PATTERN}operators/(?!(?:index|operator|predicate|keys)\\.ts$)`;
const PARSE = `${PATTERN}parse\\.ts$`;
const READER = `${PATTERN}reader\\.ts$`;
const CHECK = `${PATTERN}check\\.ts$`;
const MISPLACED = `${PATTERN}misplaced\\.ts$`;
const FIX = `${PATTERN}fix/`;
const MEANING = `${PATTERN}meaning/`;
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
const SET = `${PATTERN}set/`;
const SCHEMA = `${PATTERN}schema\\.ts$`;
const FILTER_PATTERN = `${PATTERN}filter-pattern\\.ts$`;
const MUTANTS = `${PATTERN}mutants\\.ts$`;
const NODE_TEST = `${PATTERN}node-test\\.ts$`;
const CROSS_CHECK = `${PATTERN}cross-check\\.ts$`;
const PARTIAL = `${PATTERN}partial\\.ts$`;
/** What is said of wrong arguments: every room of `src/pattern/` may import it. */
const ARGUMENTS = `${PATTERN}arguments\\.ts$`;
const FRONT_DOOR = '^src/index\\.ts$';
const CLIENT = '^src/client/';
const EDITOR = '^src/editor/';
const FAST_CHECK = '^src/fast-check/';
const SUITE = '^src/suite/';
const PAGE_STATE = '^src/playground/state/';
const PAGE = '^src/playground/page/';
const PAGE_LATER = '^src/playground/later/';
const CLI = '^src/cli/';

const ADDRESSES = `${VALUE}addresses\\.ts$`;
const npm = (name) => `(?:^|/)node_modules/${name.replaceAll('.', '\\.')}/`;
const IPADDR = npm('ipaddr.js');
const CODEMIRROR = '(?:^|/)node_modules/@codemirror/';

/**
 * `at` is the room; `may` is what it may import; `types` is what it may import by `import type` only; `node` opens the
 * modules of Node. A folder may import its own files, except the operators, which do not know each other.
 */
const rooms = [
  { name: 'arguments', at: ARGUMENTS },
  { name: 'json', at: JSON_READER, may: [JSON_READER] },
  { name: 'value', at: VALUE, may: [VALUE, IPADDR], types: [JSON_READER] },
  { name: 'messages', at: MESSAGES },
  { name: 'catalogue', at: CATALOGUE, may: [MESSAGES] },
  { name: 'suggest', at: SUGGEST },
  { name: 'place', at: PLACE, may: [JSON_READER] },
  { name: 'diagnostic', at: DIAGNOSTIC, may: [MESSAGES, PLACE], types: [JSON_READER, FIX] },
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
    name: 'operators',
    at: OPERATOR,
    may: [JSON_READER, VALUE, DIAGNOSTIC, DIALECT, CONTRACT, PREDICATE, REASONS, TEXT_REASONS],
    types: [KEYS],
  },
  {
    name: 'operator-table',
    at: TABLE,
    may: [JSON_READER, VALUE, DIAGNOSTIC, DIALECT, CONTRACT, PREDICATE, OPERATOR],
  },
  { name: 'pattern', at: PATTERN_FORM, types: [DIALECT, JSON_READER, CONTRACT] },
  { name: 'print', at: PRINT, may: [TABLE, CONTRACT], types: [PATTERN_FORM] },
  { name: 'misplaced', at: MISPLACED, may: [TABLE, DIAGNOSTIC, DIALECT, FIX], types: [JSON_READER] },
  {
    name: 'check',
    at: CHECK,
    may: [TABLE, CONTRACT, JSON_READER, DIAGNOSTIC, DIALECT, FIX, PRINT, MISPLACED],
    types: [PATTERN_FORM],
  },
  {
    name: 'meaning',
    at: MEANING,
    may: [MEANING, FIELD_SET, PLAN, PRINT, VALUE, DIAGNOSTIC, FIX],
    types: [CHECK, PATTERN_FORM, DIALECT],
  },
  {
    name: 'reader',
    at: READER,
    may: [TABLE, CONTRACT, JSON_READER, DIAGNOSTIC, DIALECT, CHECK, MISPLACED],
    types: [MEANING, PATTERN_FORM],
  },
  {
    name: 'parse',
    at: PARSE,
    may: [READER, JSON_READER, DIAGNOSTIC, DIALECT, CHECK, MEANING, FIX, PATTERN_FORM],
  },
  { name: 'partial', at: PARTIAL, may: [PARSE, READER, JSON_READER, DIAGNOSTIC, DIALECT, FIX], types: [PATTERN_FORM] },
  { name: 'plan', at: PLAN, may: [PRINT], types: [PATTERN_FORM, DIALECT, CONTRACT] },
  { name: 'field', at: FIELD, may: [CONTRACT, PREDICATE], types: [PLAN, DIALECT] },
  { name: 'field-set', at: FIELD_SET, may: [VALUE], types: [PLAN, DIALECT] },
  { name: 'event', at: EVENT, may: [JSON_READER, VALUE], types: [FIELD, PREDICATE] },
  { name: 'compile', at: COMPILE, may: [PLAN, FIELD, EVENT, VALUE, JSON_READER], types: [DIALECT] },
  {
    name: 'explain',
    at: EXPLAIN,
    may: [EXPLAIN, REASONS, NODE_TEST, PLAN, FIELD, EVENT, VALUE, JSON_READER, CONTRACT, PREDICATE, SUGGEST],
    types: [PATTERN_FORM],
  },
  { name: 'scan', at: SCAN, may: [SCAN, PLAN, FIELD, EVENT, VALUE, JSON_READER, PREDICATE] },
  {
    name: 'set',
    at: SET,
    may: [SET, SCAN, PLAN, FIELD, EVENT, VALUE, JSON_READER, MATCHER, DIALECT, PATTERN_FORM, PRINT],
    types: [CONTRACT, KEYS, PREDICATE, PARSE, EXPLAIN],
  },
  {
    name: 'matcher',
    at: MATCHER,
    may: [PARSE, PATTERN_FORM, PRINT, PLAN, COMPILE, EVENT, EXPLAIN, SCAN, VALUE, DIALECT],
    types: [DIAGNOSTIC, JSON_READER],
  },
  {
    name: 'analysis',
    at: ANALYSIS,
    may: [
      ANALYSIS,
      PARSE,
      PLAN,
      FIELD_SET,
      FIELD,
      FIX,
      PLACE,
      VALUE,
      MATCHER,
      PATTERN_FORM,
      PRINT,
      EVENT,
      DIALECT,
      JSON_READER,
      SUGGEST,
    ],
    types: [EXPLAIN],
  },
  { name: 'schema', at: SCHEMA, may: [TABLE, DIALECT], types: [CONTRACT] },
  { name: 'filter-pattern', at: FILTER_PATTERN, types: [TABLE, CONTRACT, DIALECT] },
  { name: 'mutants', at: MUTANTS, may: [PARSE, PRINT], types: [PATTERN_FORM] },
  { name: 'node-test', at: NODE_TEST, may: [EVENT, JSON_READER, PREDICATE], types: [FIELD] },
  {
    name: 'cross-check',
    at: CROSS_CHECK,
    may: [PARSE, MATCHER, PLAN, DIALECT, EVENT, FIELD, NODE_TEST],
    types: [DIAGNOSTIC, JSON_READER],
  },
  { name: 'front-door', at: FRONT_DOOR, may: [PATTERN] },
  {
    name: 'editor',
    at: EDITOR,
    may: [EDITOR, PARTIAL, PARSE, JSON_READER, DIAGNOSTIC, DIALECT, PATTERN_FORM, TABLE, CONTRACT, SUITE, FRONT_DOOR],
  },
  { name: 'suite', at: SUITE, may: [SUITE, FRONT_DOOR] },
  { name: 'page-state', at: PAGE_STATE, may: [PAGE_STATE, FRONT_DOOR, EDITOR, SUITE, npm('@preact/signals')] },
  {
    name: 'page',
    at: PAGE,
    may: [PAGE, PAGE_STATE, FRONT_DOOR, EDITOR, npm('@preact/signals'), npm('preact'), CODEMIRROR],
  },
  { name: 'page-later', at: PAGE_LATER, may: [PAGE_LATER, PAGE, PAGE_STATE, npm('yaml')] },
  { name: 'fast-check', at: FAST_CHECK, may: [FAST_CHECK, FRONT_DOOR, npm('fast-check')] },
  { name: 'client', at: CLIENT, may: [CLIENT, FRONT_DOOR, npm('undici'), npm('ajv')], node: true },
  {
    name: 'cli',
    at: CLI,
    may: [
      CLI,
      FRONT_DOOR,
      SUITE,
      CLIENT,
      PAGE_STATE,
      npm('commander'),
      npm('yaml'),
      npm('ajv'),
      npm('tinyglobby'),
      npm('tinypool'),
    ],
    node: true,
  },
];

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
    ...rooms.flatMap(rulesOf),
    {
      name: 'every-file-has-a-room',
      comment: 'The importing file is in no room of .dependency-cruiser.mjs: add it to one, or a room for it.',
      severity: 'error',
      from: { path: '^src/', pathNot: rooms.map((room) => room.at) },
      to: {},
    },
    {
      name: 'every-imported-file-has-a-room',
      comment: 'The imported file is in no room of .dependency-cruiser.mjs: add it to one, or a room for it.',
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: rooms.map((room) => room.at) },
    },
    {
      name: 'ipaddr-has-one-door',
      severity: 'error',
      from: { pathNot: [ADDRESSES, '(?:^|/)node_modules/'] },
      to: { path: IPADDR },
    },
    {
      name: 'core-knows-no-node',
      severity: 'error',
      from: { path: [PATTERN, FRONT_DOOR, EDITOR, PAGE_STATE, PAGE, PAGE_LATER, SUITE, FAST_CHECK] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-knows-no-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(?:test|bench|fuzz|scripts)/' },
    },
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // Imports of types count: a room that knows another's types knows it.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.json'],
    },
  },
};

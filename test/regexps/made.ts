/** Regular expressions that are made at run time: their parts, and the reason why each is linear. */
export const MADE: Readonly<Record<string, string>> = {
  "new RegExp(text, 'u')": 'the `--grep` of the user, who waits for it',
  "new RegExp(`\\\\.pattern\\\\.(?:${EXTENSIONS.join('|')})$`, 'i')": 'four extensions, written in the source',
  "new RegExp(\n  `\\\\b(?:${[...NAMES, 'detail', 'detail-type'].join('|')})[\"']?\\\\s*:\\\\s*[[{]|(?:\\\\b(?:source|data|detail|detail-type)|\\\\$or)[\"']?\\\\s*:`,\n)":
    'names written in the source; between two runs of blanks stands a colon',
  'new RegExp(NAME_PATTERN)': 'one class, repeated at most 126 times',
  'new RegExp(`(${COLOR})`)': 'behind an escape only digits, and no digit begins one',
  'new RegExp(`(${COLOR}|\\r${ESC}\\\\[K|${ESC}\\\\[2J${ESC}\\\\[3J${ESC}\\\\[H)`)': 'the same, and fixed texts',
  "new RegExp(`^((?:[\\\\p{Zs}\\\\t]|${COLOR})*):(?=:)`, 'gmu')":
    'at the start of a line; blanks and colours begin differently',
  'new RegExp(pattern as string)':
    'the `pattern` of a block of addresses, written in the source; tried on one short text',
  'new RegExp(NUMBER_START)': 'one class at the start',
  'new RegExp(WITH_COLON)': 'anchored; the class before the colon lacks it, so that each text fits in one way',
  'new RegExp(pattern)': 'the `pattern` of a JSON Schema, of a user who tests with it',
  "new RegExp(pattern, 'u')":
    'the `pattern` of a member of the schema of suites, written in the source and listed there',
  "new RegExp(schema.pattern, 'u')":
    'the `pattern` of an operand in the schema of patterns, written in the source and listed there; tried on short texts of the source',
};

/** Verdicts of recheck that take long to compute; `REGEXPS=all` in the environment computes them again. */
export const SLOW: Readonly<Record<string, 'safe'>> = {
  '/[^ -~]/gu': 'safe',
  // recheck tries random texts for this one, which on a busy machine gives another verdict.
  '/##(?=\\w*\\[)|section_(?=(?:start|end):\\d)/gi': 'safe',
  '/^(?:fatal|error): (.*)$/m': 'safe',
  '/^path .* (?:does not exist|exists on disk)/': 'safe',
  '/(?<=[^/])\\.[^./]+$/': 'safe',
  '/^(Invalid(Sts)?AccessKeyId(\\..*)?|AccountIdNotExist|ParentAccountNotExist|AccessDenied.*|OptionsMethodNotEnable|(Invalid)?SecurityToken.*|ServiceAccessDenied|StsAccessIdExpired|SignatureDoesNotMatch|SignatureNonceUsed|IncompleteSignature|InvalidTimeStamp\\..*|ServiceNotEnabled?|Forbidden.*|NoPermission.*|Unauthorized|MissingAccessKeyId|InvalidApiKey)$/':
    'safe',
  '/pas+(?:w|phrase)|secret|token|api[-_.]?key|private[-_.]?key|credential/i': 'safe',
  '/\\$\\{\\s*(?:(?:jsonEscape|htmlEscape)\\(\\s*([^(){}\\s]+)\\s*\\)|([^{}\\s]+))\\s*\\}/g': 'safe',
  '/^[A-Za-z0-9][A-Za-z0-9_-]{0,126}$/u': 'safe',
};

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of Terraform stand in strings
/** A fix is written through every layer between the pattern and its file: strings in strings, blocks, quotes, heredocs, maps. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { editsInFile } from '../../../src/cli/fix/file.ts';
import { readNamed } from '../../../src/cli/sources/document.ts';
import { loadParser } from '../../../src/cli/syntax/hcl/parser.ts';
import { applyEdits, applyFix, catalogue, parsePattern } from '../../../src/index.ts';
import { printJson, readJson } from '../../../src/json.ts';
import { runs } from '../../support/runs.ts';

beforeAll(loadParser);

/** How a pattern stands in a file. The writers and readers share no code with what is tested, but for HCL, whose strings are the JSON that they look like. */
interface Host {
  readonly kind: string;
  readonly file: string;
  /** Undefined where the text cannot stand so. */
  write(pattern: string): string | undefined;
  read(file: string): string;
}

const HEAD = '# é😀 "quoted" \'single\' ${x}\n';

const trigger = (config: unknown): unknown => ({
  format_version: '1.2',
  planned_values: {
    root_module: {
      resources: [
        {
          address: 'alicloud_fcv3_trigger.a',
          mode: 'managed',
          type: 'alicloud_fcv3_trigger',
          values: { trigger_type: 'eventbridge', trigger_config: config, description: 'é "x" \\' },
        },
      ],
    },
  },
});

/** The lines of a block of YAML or of a heredoc, indented. */
const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n');

const ros = (value: string): string =>
  `${HEAD}ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  P:\n    Type: ALIYUN::EventBridge::Rule\n    Properties:\n      FilterPattern: ${value}\n      Description: 'it''s # no comment'\n`;

// biome-ignore lint/suspicious/noExplicitAny: documents of any form
const fromRos = (file: string): any => parseYaml(file).Resources.P.Properties.FilterPattern;

const hcl = (value: string): string =>
  `${HEAD}resource "alicloud_event_bridge_rule" "p" {\n  rule_name = "a\${var.x}"\n  filter_pattern = ${value}\n  description = <<-EOT\n    "é" \${var.y}\n  EOT\n}\n`;

/** Whether its values survive being read and printed: no name stands twice, and numbers have one spelling. */
const isPlain = (text: string): boolean => {
  const { node } = readJson(text);
  return node !== undefined && printJson(node) === JSON.stringify(JSON.parse(text));
};

const marked = (text: string): string => text.replace(/([$%])\{/g, '$1$1{');

const HOSTS: readonly Host[] = [
  { kind: 'a file', file: 'p.pattern.json', write: (text) => text, read: (file) => file },
  {
    kind: 'a string of JSON',
    file: 'd.json',
    write: (text) => `{"a": [1.0, "\\u00e9"],\r\n "FilterPattern": ${JSON.stringify(text)}, "z": "\\/"}\r\n`,
    read: (file) => JSON.parse(file).FilterPattern,
  },
  {
    kind: 'a string in a string of JSON',
    file: 'plan.json',
    write: (text) => JSON.stringify(trigger(JSON.stringify({ eventRuleFilterPattern: text, n: 1 })), null, 1),
    read: (file) =>
      JSON.parse(JSON.parse(file).planned_values.root_module.resources[0].values.trigger_config).eventRuleFilterPattern,
  },
  {
    kind: 'an object in a string of JSON',
    file: 'plan.json',
    write: (text) =>
      isPlain(text) ? JSON.stringify(trigger(`{"eventRuleFilterPattern": ${text}, "n": 1}`)) : undefined,
    read: (file) =>
      JSON.stringify(
        JSON.parse(JSON.parse(file).planned_values.root_module.resources[0].values.trigger_config)
          .eventRuleFilterPattern,
      ),
  },
  {
    kind: 'double quotes of YAML',
    file: 't.yaml',
    write: (text) => ros(JSON.stringify(text)),
    read: fromRos,
  },
  {
    kind: 'single quotes of YAML',
    file: 't.yaml',
    write: (text) => (/[\n\r\t]/.test(text) ? undefined : ros(`'${text.replaceAll("'", "''")}'`)),
    read: fromRos,
  },
  {
    kind: 'a literal block of YAML',
    file: 't.yaml',
    write: (text) => (/[\r\t]/.test(text) ? undefined : ros(`|-\n${indented(text, '        ')}`)),
    read: fromRos,
  },
  {
    kind: 'a folded block of YAML',
    file: 't.yaml',
    write: (text) => (/[\n\r\t]/.test(text) ? undefined : ros(`>-\n        ${text}`)),
    read: fromRos,
  },
  {
    kind: 'a JSON string in a literal block of YAML',
    file: 't.yaml',
    write: (text) =>
      `${HEAD}ROSTemplateFormatVersion: '2015-09-01'\nResources:\n  P:\n    Type: ALIYUN::FC3::Trigger\n    Properties:\n      TriggerType: eventbridge\n      TriggerConfig: |\n        {"eventRuleFilterPattern": ${JSON.stringify(text)}}\n`,
    read: (file) => JSON.parse(parseYaml(file).Resources.P.Properties.TriggerConfig).eventRuleFilterPattern,
  },
  {
    kind: 'a map of YAML, in JSON',
    file: 't.yaml',
    write: (text) => (isPlain(text) ? ros(indented(text, '        ').trimStart()) : undefined),
    read: (file) => JSON.stringify(fromRos(file)),
  },
  {
    kind: 'quotes of HCL',
    file: 'main.tf',
    write: (text) => hcl(marked(JSON.stringify(text))),
    read: (file) => JSON.parse(lineAfter(file, 'filter_pattern = ').replace(/([$%])\1\{/g, '$1{')),
  },
  {
    kind: 'a heredoc of HCL',
    file: 'main.tf',
    write: (text) => (/[\t\r]/.test(text) ? undefined : hcl(`<<-TEXT\n${indented(marked(text), '    ')}\n  TEXT`)),
    read: (file) => (/<<-TEXT\n([\s\S]*?)\n {2}TEXT/.exec(file)?.[1] ?? '').replace(/([$%])\1\{/g, '$1{'),
  },
  {
    kind: 'an object of HCL, in JSON',
    file: 'main.tf',
    write: (text) => (isPlain(text) ? hcl(`jsonencode(${marked(text)})`) : undefined),
    read: (file) => (/jsonencode\(([\s\S]*?)\)\n {2}description/.exec(file)?.[1] ?? '').replace(/([$%])\1\{/g, '$1{'),
  },
];

function lineAfter(file: string, start: string): string {
  const at = file.indexOf(start) + start.length;
  return file.slice(at, file.indexOf('\n', at));
}

/** Patterns with a fixable finding, as the catalogue has them: JSON, and of one object. */
const BROKEN = Object.values(catalogue)
  .filter(({ fixable }) => fixable === true)
  .map(({ avoid }) => avoid)
  .filter((text) => readJson(text).node?.kind === 'object' && JSON.parse(text) !== null);

const ODD = [
  '"',
  "'",
  '\\',
  '${x}',
  '%{y}',
  '#',
  ': ',
  ', ',
  'é',
  '😀',
  ' ',
  '\u00a0',
  '/',
  '{',
  ']',
  '&',
  '*',
  '!',
  '//',
];
const oddText = fc.array(fc.constantFrom(...ODD, 'a', 'b'), { maxLength: 6 }).map((parts) => parts.join(''));

/** A broken pattern with an odd field before and behind what is broken. */
const patterns = fc
  .record({
    text: fc.constantFrom(...BROKEN),
    odd: fc.array(oddText, { minLength: 1, maxLength: 3 }),
    wide: fc.boolean(),
  })
  .map(({ text, odd, wide }) => {
    const root = readJson(text).node;
    if (root?.kind !== 'object') throw new Error('the list has objects alone');
    const lines = [
      `"subject": ${JSON.stringify(odd)}`,
      ...root.members
        .filter(({ name }) => name !== 'subject')
        .map(({ value, nameRange }) => text.slice(nameRange.start, value.range.end)),
    ];
    return wide ? `{\n  ${lines.join(',\n  ')}\n}` : `{${lines.join(', ')}}`;
  });

/** Numbers keep their text; of HCL's `jsonencode` they are printed anew. */
const meaning = (text: string): unknown => {
  const { node } = readJson(text);
  return node === undefined ? text : printJson(node);
};

describe.each(HOSTS)('a fix in $kind', ({ file, write, read }) => {
  test('changes the pattern in its file as in its text, and nothing around it', () => {
    let offered = 0;
    let all = 0;
    fc.assert(
      fc.property(patterns, (pattern) => {
        const text = write(pattern);
        if (text === undefined) return;
        const [source] = readNamed({ name: file, text }).patterns;
        if (source === undefined) throw new Error(`no pattern in ${text}`);
        expect(meaning(source.text)).toBe(meaning(pattern));
        const { node, place } = source;
        const start = node?.range.start ?? place(0);
        const behind = text.length - Math.max(node?.range.end ?? place(source.text.length), start);
        for (const { fixes = [] } of parsePattern(source.text).diagnostics) {
          for (const fix of fixes) {
            all++;
            const edits = editsInFile(source, fix);
            if (edits === undefined) continue;
            offered++;
            const after = applyEdits(text, edits);
            expect(meaning(read(after))).toBe(meaning(applyFix(source.text, fix)));
            expect(after.slice(0, start)).toBe(text.slice(0, start));
            expect(after.slice(after.length - behind)).toBe(text.slice(text.length - behind));
          }
        }
      }),
      { numRuns: runs(300) },
    );
    expect(offered).toBeGreaterThan(0.8 * all);
    expect(all).toBeGreaterThan(20);
  });
});

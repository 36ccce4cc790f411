/** Expands tests with rows: each row of `each` makes one test, with its values for placeholders and with members of its own. */
import type { JsonMember, JsonNode, JsonObjectNode } from '../index.ts';
import { memberOf, printJson } from '../json.ts';
import { nearest } from '../pattern/suggest.ts';
import { memberNamed } from './members.ts';
import { SuiteError, type SuiteProblem } from './problem.ts';
import { TEST_MEMBERS } from './schema.ts';

/** The origin of an expanded test. */
export interface Origin {
  /** Index in `tests`. */
  readonly test: number;
  /** Index in `each`. */
  readonly row?: number;
}

export interface Expanded {
  /** The suite with expanded tests. Values from a row keep their range in the row. */
  readonly root: JsonNode;
  /** One for each expanded test. */
  readonly origins: readonly Origin[];
}

/** A placeholder is a name in angle brackets; `<<` is an escaped `<`. */
const PLACEHOLDER = /<<|<([A-Za-z_][A-Za-z0-9_-]*)>/g;
const NAME = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const OVERRIDES = new Set(TEST_MEMBERS);

/** Largest number of values and characters of all expanded tests: rows multiply the values of their test. */
const MAX_MADE = 20_000_000;

const MAX_PROBLEMS = 100;

/** Expands the rows of a suite. @throws SuiteError for rows of the wrong type, placeholders without a value, and values without a placeholder */
export function expandRows(root: JsonNode): Expanded {
  const tests = root.kind === 'object' ? memberOf(root, 'tests') : undefined;
  if (root.kind !== 'object' || tests?.kind !== 'array') return { root, origins: [] };
  const rows = new Rows();
  const made = tests.items.flatMap((node, test) => rows.expand(node, test));
  if (rows.problems.length > 0) throw new SuiteError(rows.problems.sort(inSourceOrder));
  const items = made.map(({ node }) => node);
  const members = root.members.map((m) => (m.value === tests ? { ...m, value: { ...tests, items } } : m));
  return { root: { ...root, members }, origins: made.map(({ origin }) => origin) };
}

function inSourceOrder(a: SuiteProblem, b: SuiteProblem): number {
  return a.range.start - b.range.start;
}

interface Made {
  readonly node: JsonNode;
  readonly origin: Origin;
}

class Rows {
  readonly problems: SuiteProblem[] = [];
  private readonly told = new Set<string>();
  /** The names of all placeholders of a test. */
  private readonly known = new Map<readonly JsonObjectNode[], ReadonlySet<string>>();
  private made = 0;

  /** Counts `amount` values or characters before they are made. */
  private spend(amount: number, { range }: JsonNode): void {
    this.made += amount;
    if (this.made <= MAX_MADE) return;
    throw new SuiteError([{ range, message: 'the rows of this suite make too much; write fewer of them' }]);
  }

  expand(node: JsonNode, test: number): readonly Made[] {
    const each = node.kind === 'object' ? memberOf(node, 'each') : undefined;
    if (node.kind !== 'object' || each === undefined) return [{ node, origin: { test } }];
    if (each.kind !== 'array') return this.report(each, '`each` is a list of rows, and each row is a map');
    if (each.items.length === 0) return this.report(each, 'the test has no rows: `each` is empty');
    const template = node.members.filter(({ name }) => name !== 'each');
    const rows = each.items.filter((row) => {
      if (row.kind !== 'object') this.report(row, 'a row of `each` is a map from names to values');
      return row.kind === 'object';
    });
    this.checkNames(rows, template);
    return rows.map((row, i) => ({ node: this.testOf(row, i, template, rows), origin: { test, row: i } }));
  }

  private testOf(
    row: JsonObjectNode,
    index: number,
    template: readonly JsonMember[],
    rows: readonly JsonObjectNode[],
  ): JsonNode {
    const own = row.members.filter(({ name }) => OVERRIDES.has(name));
    const overridden = new Set(own.map(({ name }) => name));
    const fill = new Fill(row, {
      unknown: (placeholder, at) => this.unknown(placeholder, at, row, rows),
      spend: (amount) => this.spend(amount, row),
    });
    const members = template
      .filter(({ name }) => !overridden.has(name))
      .map((member) => {
        if (member.name !== 'name' || member.value.kind !== 'string') return fill.member(member);
        const { value } = member.value;
        // Tests are identified by their names.
        const { text } = fill.text(value, member.value);
        const name = usesOf(member.value).size === 0 ? `${text} [${index + 1}]` : text;
        return { ...member, value: { ...member.value, value: name } };
      });
    return { kind: 'object', members: [...members, ...own], range: row.range };
  }

  private checkNames(rows: readonly JsonObjectNode[], template: readonly JsonMember[]): void {
    const used = usesOf({ kind: 'object', members: template, range: { start: 0, end: 0 } });
    for (const row of rows) {
      const seen = new Set<string>();
      for (const { name, nameRange } of row.members) {
        const at = { range: nameRange };
        if (seen.has(name)) this.report(at, `the member name \`${name}\` occurs twice`);
        seen.add(name);
        if (OVERRIDES.has(name) || used.has(name)) continue;
        if (this.told.size >= MAX_PROBLEMS) continue;
        if (!NAME.test(name))
          this.report(at, `\`${name}\` cannot be a placeholder: it is letters, digits, \`_\` and \`-\``);
        else {
          const meant = nearest(name, [...OVERRIDES]);
          const hint = meant === undefined ? '' : `; did you mean \`${meant}\`?`;
          this.report(at, `nothing in the test uses \`<${name}>\`${hint}`);
        }
      }
    }
  }

  private unknown(name: string, at: JsonNode, row: JsonObjectNode, rows: readonly JsonObjectNode[]): void {
    if (this.told.size >= MAX_PROBLEMS) return;
    let known = this.known.get(rows);
    if (known === undefined) {
      known = new Set(rows.flatMap(({ members }) => members.map((member) => member.name)));
      this.known.set(rows, known);
    }
    if (known.has(name)) {
      this.report(row, `this row has no \`${name}\`, which the test uses as \`<${name}>\``);
      return;
    }
    const meant = nearest(name, known);
    const hint = meant === undefined ? 'where this is only text, write `<<` for `<`' : `did you mean \`<${meant}>\`?`;
    this.report(at, `no row has a value for \`<${name}>\`; ${hint}`);
  }

  /** A problem of the test, reported once for all of its rows. */
  private report({ range }: Pick<JsonNode, 'range'>, message: string): readonly never[] {
    const key = `${range.start} ${message}`;
    if (this.told.has(key) || this.told.size >= MAX_PROBLEMS) return [];
    this.told.add(key);
    this.problems.push({ range, message });
    return [];
  }
}

/** The placeholders in a value, at any depth. */
function usesOf(node: JsonNode, found = new Set<string>()): ReadonlySet<string> {
  const add = (text: string): void => {
    for (const { 1: name } of text.matchAll(PLACEHOLDER)) if (name !== undefined) found.add(name);
  };
  if (node.kind === 'string') add(node.value);
  if (node.kind === 'array') for (const item of node.items) usesOf(item, found);
  if (node.kind === 'object') {
    for (const { name, value } of node.members) {
      add(name);
      usesOf(value, found);
    }
  }
  return found;
}

interface Told {
  unknown(name: string, at: JsonNode): void;
  spend(amount: number): void;
}

/** Replaces placeholders with the values of one row. */
class Fill {
  private readonly row: JsonObjectNode;
  private readonly tell: Told;

  constructor(row: JsonObjectNode, tell: Told) {
    this.row = row;
    this.tell = tell;
  }

  /** A string that is one placeholder becomes the value of the row, with its type and number text; inside a longer string, the value is inserted as text. */
  node(node: JsonNode): JsonNode {
    this.tell.spend(1);
    if (node.kind === 'array') return { ...node, items: node.items.map((item) => this.node(item)) };
    if (node.kind === 'object') return { ...node, members: node.members.map((member) => this.member(member)) };
    if (node.kind !== 'string' || !node.value.includes('<')) return node;
    const whole = /^<([A-Za-z_][A-Za-z0-9_-]*)>$/.exec(node.value)?.[1];
    if (whole !== undefined) return this.valueOf(whole, node) ?? node;
    const { text, from } = this.text(node.value, node);
    return { ...node, value: text, range: from?.range ?? node.range };
  }

  member(member: JsonMember): JsonMember {
    const at: JsonNode = { kind: 'string', value: member.name, range: member.nameRange };
    return { ...member, name: this.text(member.name, at).text, value: this.node(member.value) };
  }

  /** `from` is the node of the first value in the text. */
  text(text: string, at: JsonNode): { readonly text: string; readonly from: JsonNode | undefined } {
    let from: JsonNode | undefined;
    const filled = text.replace(PLACEHOLDER, (all, name: string | undefined) => {
      if (name === undefined) return '<';
      const value = this.valueOf(name, at);
      from ??= value;
      const made = value === undefined ? all : textOf(value);
      this.tell.spend(made.length);
      return made;
    });
    return { text: filled, from };
  }

  private valueOf(name: string, at: JsonNode): JsonNode | undefined {
    const value = memberNamed(this.row, name)?.value;
    if (value === undefined) this.tell.unknown(name, at);
    return value;
  }
}

function textOf(node: JsonNode): string {
  return node.kind === 'string' ? node.value : printJson(node);
}

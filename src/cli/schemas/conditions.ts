/** JSON Schemas of conditions with messages and snippets. */
import { type OperatorInfo, operatorsOf } from '../../editor/index.ts';
import { type Dialect, type DialectName, type JsonSchema, operatorNames } from '../../index.ts';
import { type Base, described, type OperatorObject, type Schemas } from './base.ts';
import type { CheckerWords } from './checker-words.ts';
import { alternativesOf, operandSchema, PLAIN_TYPES, SAMPLES } from './operand.ts';
import { oneOfNames, typed, unless, when, withoutMember } from './refusal.ts';
import { inList, type Snippet, snippet } from './snippets.ts';

export class Conditions {
  private readonly objects: readonly OperatorObject[];
  private readonly words: CheckerWords;
  private readonly operators: ReadonlyMap<string, OperatorInfo>;
  private readonly snippets: readonly Snippet[];

  constructor(dialect: DialectName | Dialect, base: Base, words: CheckerWords) {
    const [, ...objects] = base.$defs.condition.anyOf;
    this.objects = objects;
    this.words = words;
    const operators = operatorsOf(dialect);
    this.operators = new Map(operators.map((one) => [one.name, one]));
    this.snippets = operators.flatMap(({ snippets, summary }) => snippets.map((one) => snippet(one, summary)));
  }

  /** Snippets of lists of one condition. */
  lists(): readonly Snippet[] {
    return this.snippets.map(inList);
  }

  /** By the names that references use; `conditions` is a list. */
  definitions(): Schemas {
    const conditions = {
      items: { $ref: '#/$defs/condition' },
      defaultSnippets: this.lists(),
      ...unless({ minItems: 1 }, this.words.of({ source: [] })),
    };
    const condition = typed([...PLAIN_TYPES, 'object'], this.words.expected({ source: [[]] }), {
      ...described('A condition: a plain value that must be equal, or an object with an operator.'),
      defaultSnippets: this.snippets,
      ...when({ type: 'object' }, { $ref: '#/$defs/operators' }),
    });
    return { conditions, condition, operators: this.operatorObject() };
  }

  private operatorObject(): JsonSchema {
    const { words } = this;
    const schemas: Schemas = Object.assign({}, ...this.objects.map(({ properties }) => properties));
    const refused = operatorNames.filter((name) => !this.operators.has(name));
    return {
      properties: Object.fromEntries(
        [...this.operators.keys()].map((name) => [
          name,
          this.operand(name, schemas[name] ?? {}, (operand) => ({ data: { a: [{ [name]: operand }] } })),
        ]),
      ),
      // Each has a message of its own.
      patternProperties: { [oneOfNames(refused)]: true },
      additionalProperties: false,
      errorMessage: `there is no such operator; ${words.hint({ source: [{ x: 1 }] })}`,
      ...unless({ minProperties: 1 }, words.of({ source: [{}] })),
      allOf: [
        ...refused.map((name) => withoutMember(name, words.of({ source: [{ [name]: 'x' }] }))),
        ...this.company(),
      ],
    };
  }

  /** Which operators may stand in one object. */
  private company(): readonly JsonSchema[] {
    const alone = this.objects.slice(0, -1).flatMap(({ properties }) => Object.keys(properties));
    const others = this.objects.at(-1);
    const [one = '', another = ''] = Object.keys(others?.properties ?? {});
    const guards = alone.map((name) =>
      when({ required: [name] }, unless({ maxProperties: 1 }, this.words.of(this.sample(name, one)))),
    );
    const maxProperties = others?.maxProperties;
    if (maxProperties === undefined) return guards;
    const hasAlone = alone.map((name) => ({ required: [name] }));
    const message = this.words.expected(this.sample(one, another));
    return [...guards, unless({ anyOf: [{ maxProperties }, ...hasAlone] }, message)];
  }

  /** A pattern with these operators in one object. */
  private sample(...names: readonly string[]): unknown {
    const members = names.map((name) => [name, SAMPLES[this.info(name).operand]] as const);
    return { data: { a: [Object.fromEntries(members)] } };
  }

  private operand(name: string, schema: JsonSchema, at: (operand: unknown) => unknown): JsonSchema {
    const { summary, operand: kind, snippets } = this.info(name);
    const inner = (one: string, its: JsonSchema): JsonSchema =>
      this.operand(one, its, (operand) => at({ [one]: operand }));
    const takesObjects = kind !== 'text' || alternativesOf(schema).some(({ type }) => type === 'object');
    const examples = snippets.map((one) => snippet(one)).filter(({ body }) => takesObjects || !holdsObject(body, name));
    const head = `{${JSON.stringify(name)}: `;
    return {
      ...described(summary, examples.map(({ label }) => `\`${label}\``).join(' or ')),
      ...operandSchema({ kind, schema, words: this.words, at, inner }),
      defaultSnippets: examples.map(({ label, body }) => ({
        label: label.slice(head.length, -1),
        body: (body as Readonly<Record<string, unknown>>)[name],
      })),
    };
  }

  private info(name: string): OperatorInfo {
    const found = this.operators.get(name);
    if (found === undefined) throw new Error(`a bug in the schemas: the dialect has no operator ${name}`);
    return found;
  }
}

function holdsObject(body: unknown, name: string): boolean {
  return typeof (body as Readonly<Record<string, unknown>>)[name] === 'object';
}

/** An explanation as the pattern itself, with a mark beside each field and the reason below. */
import { type ConditionExplanation, type Explanation, type FieldExplanation, parsePointer } from '../../index.ts';
import { clipped } from '../../pattern/value/excerpt.ts';
import { spaced } from '../../suite/json-text.ts';
import { type LineView, Page } from '../terminal/nested-lines.ts';

// More alternatives than these are counted and not listed.
const MAX_CONDITIONS = 20;

/** Lines without line ends. */
export function renderExplanation({ fields, alternatives }: Explanation, view: LineView): string[] {
  const page = new Page(view);
  if (fields.length === 0) {
    page.text('{}', 0);
    page.note('an empty pattern matches every event', 1, 'dim');
    return page.lines;
  }
  page.text('{', 0);
  const notes = notesOf(fields);
  object(
    fields.map((field) => ({ field, names: parsePointer(field.pointer) ?? [], note: notes.get(field) ?? '' })),
    0,
    page,
  );
  page.text('}', 0);
  page.note(alternatives?.[0]?.reason ?? '', 0, 'bad');
  return page.lines;
}

interface NamedField {
  readonly field: FieldExplanation;
  /** The names in its pointer, as written; a dialect may split them in the path. */
  readonly names: readonly string[];
  /** The text below it. */
  readonly note: string;
}

/** The reasons why fields fail. When one path ends for several fields, the reason is shown below the first of them. */
function notesOf(fields: readonly FieldExplanation[]): ReadonlyMap<FieldExplanation, string> {
  const sharing = new Map<string, { readonly first: FieldExplanation; count: number }>();
  for (const field of fields) {
    const end = endOf(field);
    const shared = end === undefined ? undefined : sharing.get(end);
    if (shared !== undefined) shared.count++;
    else if (end !== undefined) sharing.set(end, { first: field, count: 1 });
  }
  return new Map(
    fields.map((field) => {
      const { first, count } = sharing.get(endOf(field) ?? '') ?? { first: field, count: 1 };
      if (count === 1) return [field, field.reason ?? ''];
      const [end, ...rest] = (field.reasons ?? []).map(({ text }) => text);
      const shared = field === first ? [`${end} (so ${count} fields fail)`] : [];
      return [field, [...shared, ...rest].join('; ')];
    }),
  );
}

function endOf({ seen, reasons }: FieldExplanation): string | undefined {
  return seen.kind === 'missing' ? reasons?.[0]?.text : undefined;
}

/** `depth`: how many names of each field are printed already. Fields of one object are neighbours. */
function object(fields: readonly NamedField[], depth: number, page: Page): void {
  for (let i = 0; i < fields.length; ) {
    const { field, names, note } = fields[i] as NamedField;
    const name = names[depth] as string;
    let end = i + 1;
    if (names.length > depth + 1) while (end < fields.length && fields[end]?.names[depth] === name) end++;
    const comma = end < fields.length ? ',' : '';
    const key = JSON.stringify(name);
    if (names.length <= depth + 1) {
      showField({ field, note, key, comma }, depth + 1, page);
    } else if (isDisjunction(fields[i] as NamedField, depth)) {
      page.text(`${key}: [`, depth + 1);
      branches(fields.slice(i, end), depth + 1, page);
      page.text(`]${comma}`, depth + 1);
    } else {
      page.text(`${key}: {`, depth + 1);
      object(fields.slice(i, end), depth + 1, page);
      page.text(`}${comma}`, depth + 1);
    }
    i = end;
  }
}

/** Whether the name joins branches. It is no part of a path then. */
function isDisjunction({ field, names }: NamedField, depth: number): boolean {
  return names[depth] === '$or' && !field.path.includes('$or') && /^\d+$/.test(names[depth + 1] ?? '');
}

/** The fields of one list of branches, each branch as an object. */
function branches(fields: readonly NamedField[], depth: number, page: Page): void {
  for (let i = 0; i < fields.length; ) {
    const index = fields[i]?.names[depth];
    let end = i + 1;
    while (end < fields.length && fields[end]?.names[depth] === index) end++;
    page.text('{', depth + 1);
    object(fields.slice(i, end), depth + 1, page);
    page.text(`}${end < fields.length ? ',' : ''}`, depth + 1);
    i = end;
  }
}

interface ShownField {
  readonly field: FieldExplanation;
  readonly note: string;
  readonly key: string;
  readonly comma: string;
}

function showField({ field, note, key, comma }: ShownField, depth: number, page: Page): void {
  const { conditions, holds } = field;
  const tried = conditions.length > 1 && conditions.some((condition) => condition.reason !== undefined);
  const line = `${key}: [${conditions
    .slice(0, MAX_CONDITIONS + 1)
    .map(conditionText)
    .join(', ')}]${comma}`;
  const many = conditions.length > MAX_CONDITIONS || !page.fits(line, depth);
  if (conditions.length > 1 && (many || (tried && !holds))) {
    page.text(`${key}: [`, depth, holds);
    showConditions(conditions, depth + 1, page, holds);
    page.text(`]${comma}`, depth);
  } else {
    page.text(line, depth, holds);
  }
  if (!holds) page.note(note, depth + 1, 'bad');
  else if (!many || conditions.length === 1) page.note(holding(field), depth + 1, 'dim');
}

function showConditions(
  conditions: readonly ConditionExplanation[],
  depth: number,
  page: Page,
  fieldHolds: boolean,
): void {
  const shown = conditions.length > MAX_CONDITIONS ? listed(conditions) : conditions;
  for (const condition of shown) {
    const comma = condition === conditions.at(-1) ? '' : ',';
    page.text(
      `${conditionText(condition)}${comma}`,
      depth,
      condition.holds || !fieldHolds ? condition.holds : undefined,
    );
    if (!fieldHolds && condition.reason !== undefined && !restates(condition))
      page.note(condition.reason, depth + 1, 'dim');
  }
  const left = conditions.length - shown.length;
  if (left > 0) page.note(`… ${left} more`, depth, 'dim');
}

/** The first ones, and one that holds at any position. */
function listed(conditions: readonly ConditionExplanation[]): ConditionExplanation[] {
  const first = conditions.slice(0, MAX_CONDITIONS);
  const holding = conditions.find((condition) => condition.holds);
  return holding === undefined || first.includes(holding) ? first : [...first, holding];
}

/** Whether the reason only repeats the mark: `"b" is not "a"` below the condition `"a"`. */
function restates({ reason, text }: ConditionExplanation): boolean {
  return reason?.endsWith(` is not ${text}`) === true && !reason.includes('; ');
}

/** The value for which a field holds, unless the field's own line shows it. */
function holding({ conditions, seen }: FieldExplanation): string {
  const by = conditions.find((condition) => condition.holds);
  if (by?.value === undefined) return '';
  const which = conditions.length > 1 ? `${conditionText(by)} holds` : 'holds';
  if (by.reason !== undefined) return `${which}: ${by.reason}`;
  if (by.value === by.text) return '';
  const as = seen.kind === 'value' && seen.comparedAs !== undefined ? ` (compared as ${seen.comparedAs})` : '';
  return `${which} for ${by.excerpt ?? by.value}${as}`;
}

function conditionText({ text }: ConditionExplanation): string {
  // A longer list is not shown in full.
  return clipped(spaced(text), 2000);
}

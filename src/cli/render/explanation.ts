/** An explanation as the pattern itself, with a mark beside each field and the reason beneath. */
import { type ConditionExplanation, type Explanation, type FieldExplanation, parsePointer } from '../../index.ts';
import { spaced } from './json-text.ts';
import { Page, type View } from './page.ts';

// More alternatives than these are counted, not listed: nobody reads a thousand reasons.
const MAX_CONDITIONS = 20;

/** Lines without line ends. */
export function renderExplanation({ fields }: Explanation, view: View): string[] {
  const page = new Page(view);
  if (fields.length === 0) {
    page.text('{}', 0);
    page.note('an empty pattern matches every event', 1, 'dim');
    return page.lines;
  }
  page.text('{', 0);
  object(
    fields.map((field) => ({ field, names: parsePointer(field.pointer) ?? [] })),
    0,
    page,
  );
  page.text('}', 0);
  return page.lines;
}

interface Named {
  readonly field: FieldExplanation;
  /** The names of its pointer, which are the names as written; the path of a field may divide them. */
  readonly names: readonly string[];
}

/** `depth`: how many names of each field are shown already. Fields of one object stand side by side. */
function object(fields: readonly Named[], depth: number, page: Page): void {
  for (let i = 0; i < fields.length; ) {
    const { field, names } = fields[i] as Named;
    const name = names[depth] as string;
    let end = i + 1;
    if (names.length > depth + 1) while (end < fields.length && fields[end]?.names[depth] === name) end++;
    const comma = end < fields.length ? ',' : '';
    const key = JSON.stringify(name);
    if (names.length <= depth + 1) {
      showField(field, key, comma, depth + 1, page);
    } else {
      page.text(`${key}: {`, depth + 1);
      object(fields.slice(i, end), depth + 1, page);
      page.text(`}${comma}`, depth + 1);
    }
    i = end;
  }
}

function showField(field: FieldExplanation, key: string, comma: string, depth: number, page: Page): void {
  const { conditions, holds, reason } = field;
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
  if (!holds) page.note(reason ?? '', depth + 1, 'bad');
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

/** The first ones, and one that holds wherever it stands. */
function listed(conditions: readonly ConditionExplanation[]): ConditionExplanation[] {
  const first = conditions.slice(0, MAX_CONDITIONS);
  const holding = conditions.find((condition) => condition.holds);
  return holding === undefined || first.includes(holding) ? first : [...first, holding];
}

/** `"b" is not "a"` beneath the condition `"a"` says nothing that the mark does not say. */
function restates({ reason, text }: ConditionExplanation): boolean {
  return reason?.endsWith(` is not ${text}`) === true && !reason.includes('; ');
}

/** Which value made a field hold, where the field's own line does not say it. */
function holding({ conditions, seen }: FieldExplanation): string {
  const by = conditions.find((condition) => condition.holds);
  if (by?.value === undefined || by.value === by.text) return '';
  const as = seen.kind === 'value' && seen.comparedAs !== undefined ? ` (compared as ${seen.comparedAs})` : '';
  const which = conditions.length > 1 ? `${conditionText(by)} holds for ` : 'holds for ';
  return `${which}${clip(by.value)}${as}`;
}

function conditionText({ text }: ConditionExplanation): string {
  // Longer lists than these are data, not something to read.
  return clip(spaced(text), 2000);
}

function clip(text: string, length = 60): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

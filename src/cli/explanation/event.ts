/** A witness as lines: the members for which a pattern does not match are marked, with the reason below. */
import { appendPointer, type JsonNode, pointerTo } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import { clipped } from '../../pattern/value/excerpt.ts';
import { spaced } from '../../suite/json-text.ts';
import { type LineView, Page } from '../terminal/nested-lines.ts';

export interface Mark {
  /** Member names into the event. */
  readonly path: readonly string[];
  readonly reason: string;
}

/** A shorter array is printed on one line. */
const SHORT = 60;
/** A longer value is not shown in full. */
const LONG = 400;

/** The event is JSON text. Reasons for missing members follow it. */
export function renderEvent(event: string, marks: readonly Mark[], view: LineView): string[] {
  const page = new Page(view);
  const { node } = readJson(event);
  if (node === undefined) return [];
  const open = new Map(marks.map(({ path, reason }) => [pointerTo(path), reason]));
  show(node, { pointer: '', before: '', after: '', depth: 0 }, open, page);
  for (const reason of open.values()) page.text(reason, 0, false);
  return page.lines;
}

interface EventPlace {
  readonly pointer: string;
  /** The name with its colon, or empty. */
  readonly before: string;
  readonly after: string;
  readonly depth: number;
}

function show(node: JsonNode, place: EventPlace, open: Map<string, string>, page: Page): void {
  const { pointer, before, after, depth } = place;
  const reason = open.get(pointer);
  open.delete(pointer);
  const holds = reason === undefined ? undefined : false;
  if (node.kind === 'object' && node.members.length > 0) {
    page.text(`${before}{`, depth, holds);
    for (const [i, { name, value }] of node.members.entries()) {
      const comma = i < node.members.length - 1 ? ',' : '';
      const inner = { pointer: appendPointer(pointer, name), before: `${JSON.stringify(name)}: `, after: comma };
      show(value, { ...inner, depth: depth + 1 }, open, page);
    }
    page.text(`}${after}`, depth);
  } else {
    const flat = flatText(node);
    if (node.kind === 'array' && flat.length > SHORT) {
      page.text(`${before}[`, depth, holds);
      for (const [i, item] of node.items.entries()) {
        page.text(`${flatText(item)}${i < node.items.length - 1 ? ',' : ''}`, depth + 1);
      }
      page.text(`]${after}`, depth);
    } else page.text(`${before}${flat}${after}`, depth, holds);
  }
  page.note(reason ?? '', depth + 1, 'bad');
}

function flatText(node: JsonNode): string {
  return clipped(spaced(printJson(node)), LONG);
}

/** Finds the fewest changes of an event's values after which its claims hold. */
import { isScalar, type JsonArray, type JsonNode, type JsonObjectNode, printJson } from '../json/node.ts';
import { readJson } from '../json/read.ts';
import type { Budget } from '../value/budget.ts';
import { type ClaimNode, missingBelow } from './claims.ts';
import { isHeld } from './field-holds.ts';
import { isNear, nearestScalar } from './nearest-value.ts';
import { type Rewrite, textAfter, treeOf } from './rewrite.ts';
import { type Solution, wanted } from './solve.ts';
import { StyledText } from './styled-text.ts';
import { scalarText, type Tree, treeText } from './tree.ts';
import { UnusedMembers } from './unused-members.ts';

/** One change. Its texts are computed only for the steps of the result, since every alternative has its own. */
export interface EventChange {
  readonly path: readonly string[];
  readonly renamed?: string;
  readonly from?: JsonNode;
  readonly to?: () => string;
}

/** The rewrite of a value, and its steps. */
export interface Repair {
  readonly rewrite: Rewrite;
  readonly steps: readonly EventChange[];
}

/** The value at one place of the event. */
export interface Site {
  readonly node: JsonNode | undefined;
  readonly path: readonly string[];
  /** The text that the node was read from. */
  readonly text: StyledText;
  readonly budget: Budget;
}

const KEEP: Rewrite = { kind: 'keep' };

/** Repairs the members of an object, or of one that is to be created. */
export function members(place: ClaimNode, site: Site): Solution<Repair> {
  const node = site.node?.kind === 'object' ? site.node : undefined;
  const values = new Map<string, JsonNode>();
  for (const { name, value } of node?.members ?? []) values.set(name, value);
  const unused = new UnusedMembers(values, place.children);
  const found = new Map<string, Rewrite>();
  const steps: EventChange[] = [];
  let unknown = false;
  for (const [name, child] of place.children) {
    const solution = member(child, { ...site, node: values.get(name), path: [...site.path, name] }, unused);
    if (solution === 'none') return 'none';
    if (solution === 'unknown') unknown = true;
    else {
      found.set(name, solution.value.rewrite);
      for (const step of solution.value.steps) steps.push(step);
    }
  }
  if (unknown) return 'unknown';
  const rewrite: Rewrite =
    node === undefined
      ? { kind: 'set', to: () => treeWith(found) }
      : { kind: 'members', node, renamed: unused.renamed, members: found };
  return { value: { rewrite, steps } };
}

function treeWith(found: ReadonlyMap<string, Rewrite>): Tree {
  const tree = new Map<string, Tree>();
  for (const [name, rewrite] of found) {
    const value = treeOf(rewrite);
    if (value !== undefined) tree.set(name, value);
  }
  return tree;
}

function member(child: ClaimNode, site: Site, unused: UnusedMembers): Solution<Repair> {
  const found = repair(child, site);
  if (site.node !== undefined || (typeof found === 'object' && found.value.steps.length === 0)) return found;
  const name = site.path.at(-1) as string;
  const like = unused.like(name);
  if (like === undefined) return found;
  const [old, node] = like;
  const moved = repair(child, { ...site, node });
  if (typeof moved === 'string' || moved.value.rewrite.kind === 'remove') return found;
  unused.take(old, name);
  const { rewrite, steps } = moved.value;
  const [only] = steps;
  const renaming: EventChange = { path: site.path, renamed: old, from: node, to: () => printJson(node) };
  // Renaming a member and changing its value count as one change.
  const itself = only !== undefined && steps.length === 1 && only.path.length === site.path.length;
  return { value: { rewrite, steps: itself ? [{ ...renaming, ...only }] : [renaming, ...steps] } };
}

/**
 * The alternative with the fewest changes; of equal ones the first: keep it, change its members, set it, remove it,
 * make an object of it.
 */
function repair(place: ClaimNode, site: Site): Solution<Repair> {
  const ways = [keep, into, set, remove, replace];
  let best: Repair | undefined;
  let unknown = false;
  for (const way of ways) {
    if (best !== undefined && best.steps.length <= 1 && way !== keep && way !== into) break;
    const found = way(place, site);
    if (found === 'unknown') unknown = true;
    else if (found !== 'none' && (best === undefined || found.value.steps.length < best.steps.length)) {
      best = found.value;
    }
  }
  return best === undefined ? (unknown ? 'unknown' : 'none') : { value: best };
}

function keep(place: ClaimNode, { node }: Site): Solution<Repair> {
  if (node?.kind === 'object') return 'none';
  if (!endsHere(place) || (place.required && node === undefined)) return 'none';
  if (!place.claims.every(({ field }) => isHeld(field, node))) return 'none';
  return { value: { rewrite: KEEP, steps: [] } };
}

function into(place: ClaimNode, site: Site): Solution<Repair> {
  return site.node?.kind !== 'object' || place.claims.length > 0 ? 'none' : members(place, site);
}

function set(place: ClaimNode, site: Site): Solution<Repair> {
  if (!endsHere(place)) return 'none';
  const { node, budget } = site;
  const more = node?.kind === 'array' ? inArray(place, node, site) : 'none';
  if (more !== 'none') return more;
  const retyped = place.claims.some(({ field }) => field.retyped);
  const found = nearestScalar(wanted(place.claims), node, retyped, budget);
  if (found === 'unknown') return 'unknown';
  return found === 'none' ? replaceByElements(place, site) : changed(scalarText(found.value), site);
}

/** The array stays; elements that are not plain values are removed. */
function inArray(place: ClaimNode, node: JsonArray, site: Site): Solution<Repair> {
  const plain = node.items.filter(isScalar);
  const gone = node.items.filter((item) => !isScalar(item));
  const left: JsonArray = { ...node, items: plain };
  const failing = place.claims.filter(({ field }) => !isHeld(field, left));
  const near = gone.length === 0 && failing.length === 1 ? changedElement(place, node, site) : undefined;
  if (near !== undefined) return { value: near };
  const added = elementsFor(failing, site.budget);
  if (typeof added === 'string') return added;
  const rewrite: Rewrite = { kind: 'items', node, gone, changed: new Map(), added: added.value };
  if (gone.length > 0) return { value: { rewrite, steps: [stepTo(rewrite, node, site)] } };
  const steps = added.value.map((to): EventChange => ({ path: [...site.path, '-'], to: () => to }));
  return { value: { rewrite, steps } };
}

/** The maximum number of elements that are compared with the wanted values. */
const MANY_ELEMENTS = 20;

/** An element that is one small change away from a wanted value, if the other elements satisfy the other fields. */
function changedElement({ claims }: ClaimNode, node: JsonArray, site: Site): Repair | undefined {
  for (const [i, item] of node.items.slice(0, MANY_ELEMENTS).entries()) {
    const found = nearestScalar(wanted(claims), item, false, site.budget);
    if (typeof found === 'string' || !isNear(found.value, item)) continue;
    const to = scalarText(found.value);
    const others = node.items.filter((one) => one !== item);
    const there = readJson(to).node as JsonNode;
    if (!claims.every(({ field }) => isHeld(field, { ...node, items: [...others, there] }))) continue;
    const rewrite: Rewrite = { kind: 'items', node, gone: [], changed: new Map([[item, to]]), added: [] };
    return { rewrite, steps: [{ path: [...site.path, String(i)], from: item, to: () => to }] };
  }
  return undefined;
}

/** Two names that are the same path may need values that only an array can have together. */
function replaceByElements({ claims }: ClaimNode, site: Site): Solution<Repair> {
  const found = elementsFor(claims, site.budget);
  if (typeof found === 'string') return found;
  return found.value.length === 0 ? 'none' : changed(`[${found.value.join(',')}]`, site);
}

/** Elements are not retyped. */
function elementsFor(claims: ClaimNode['claims'], budget: Budget): Solution<readonly string[]> {
  const texts = new Set<string>();
  for (const { field } of claims) {
    const found = nearestScalar({ ...field.set, missing: false }, undefined, false, budget);
    if (typeof found === 'string') return found;
    texts.add(scalarText(found.value));
  }
  return { value: [...texts] };
}

function changed(to: Tree, { node, path }: Site): Solution<Repair> {
  const step: EventChange = { path, ...(node === undefined ? {} : { from: node }), to: () => treeText(to) };
  return { value: { rewrite: { kind: 'set', to: () => to }, steps: [step] } };
}

function stepTo(rewrite: Rewrite, node: JsonNode, { path, text }: Site): EventChange {
  return { path, from: node, to: () => canonical(textAfter(rewrite, node, text)) };
}

function canonical(text: string): string {
  return printJson(readJson(text).node as JsonNode);
}

/** Whether everything that the pattern requires below is satisfied when nothing is there. */
function endsHere({ children }: ClaimNode): boolean {
  for (const child of children.values()) if (!missingBelow(child)) return false;
  return true;
}

function remove(place: ClaimNode, { node, path }: Site): Solution<Repair> {
  if (node === undefined || place.required || !endsHere(place)) return 'none';
  if (!place.claims.every(({ field }) => field.set.missing)) return 'none';
  return { value: { rewrite: { kind: 'remove' }, steps: [{ path, from: node }] } };
}

/** Replaces another value by an object. Counts as many changes as the object has members with claims. */
function replace(place: ClaimNode, site: Site): Solution<Repair> {
  const { node, text } = site;
  if (node?.kind === 'object' || place.claims.length > 0) return 'none';
  const inner = objectIn(node, text);
  const found = members(place, { ...site, ...(inner ?? { node: undefined }) });
  if (typeof found === 'string') return found;
  const { rewrite, steps } = found.value;
  if (node === undefined) return steps.length === 0 ? changed(new Map(), site) : found;
  // The old value is replaced with the first member; an object without members is a change too.
  if (inner === undefined) return changed(treeOf(rewrite) as Tree, site);
  const to = (): string => textAfter(rewrite, inner.node, inner.text);
  const step: EventChange = { path: site.path, from: node, to: () => canonical(to()) };
  return { value: { rewrite: { kind: 'set', to }, steps: [step] } };
}

/** The object that was sent as JSON text in a string, or in an array. */
function objectIn(
  node: JsonNode | undefined,
  text: StyledText,
): { readonly node: JsonObjectNode; readonly text: StyledText } | undefined {
  const read = node?.kind === 'string' && /^\s*[[{]/.test(node.value) ? readJson(node.value).node : undefined;
  const whole = read ?? node;
  const one = whole?.kind === 'array' ? whole.items.find((item) => item.kind === 'object') : whole;
  if (one?.kind !== 'object') return undefined;
  return { node: one, text: read === undefined ? text : new StyledText((node as { value: string }).value, one) };
}

/** Recognises the output of `filter --ids`: its events are one level down, so that no pattern matches its lines. */
import type { JsonNode } from '../../index.ts';
import { readJson } from '../../json.ts';
import { Failure } from '../findings/failure.ts';

export const FILTER_LINE =
  'it is output of `filter --ids`, whose events are in the member `event`; leave out `--ids` to filter its lines again';

/** Whether it is `{"ids":["…"],"event":{…}}` with these members alone, in the order in which `filter` writes them. */
export function isFilterLine(root: JsonNode | undefined): boolean {
  if (root?.kind !== 'object' || root.members.length !== 2) return false;
  const [ids, event] = root.members;
  return (
    ids?.name === 'ids' &&
    ids.value.kind === 'array' &&
    ids.value.items.length > 0 &&
    ids.value.items.every(({ kind }) => kind === 'string') &&
    event?.name === 'event' &&
    event.value.kind === 'object'
  );
}

/** @throws Failure for a first line that `filter --ids` has written; `text`: that line, or the whole first event */
export function refuseFilterLine(name: string, text: string): void {
  if (!/^\s*\{\s*"ids"/.test(text) || !isFilterLine(readJson(text).node)) return;
  throw new Failure({ file: name, message: `this is no event: ${FILTER_LINE}` });
}

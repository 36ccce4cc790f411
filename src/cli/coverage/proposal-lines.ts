/** A proposed test as lines of YAML. */
import { spaced } from '../../suite/json-text.ts';
import { printable } from '../terminal/terminal.ts';
import type { Proposal } from './proposal.ts';

/** The members of a test, with values as JSON, which YAML is a superset of. */
export function testLines({
  name,
  with: changes,
  remove,
  own,
  match,
  routes,
}: Omit<Proposal, 'suite' | 'event'>): readonly string[] {
  return [
    `- name: ${printable(JSON.stringify(name))}`,
    ...(changes === undefined ? [] : [`  with: ${printable(spaced(changes))}`]),
    ...(remove === undefined ? [] : [`  remove: ${printable(JSON.stringify(remove))}`]),
    ...(own === undefined ? [] : [`  event: ${printable(spaced(own))}`]),
    routes === undefined ? `  match: ${match}` : `  routes: ${printable(spaced(JSON.stringify(routes)))}`,
  ];
}

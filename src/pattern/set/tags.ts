/** The tags of interned texts: a slot, and what the text is at that slot. */

const KINDS = 4;
const STRING = 0;
const SCALAR = 1;
const CONDITIONS = 2;

/** Of a string. */
export function stringTag(slot: number): number {
  return slot * KINDS + STRING;
}

/** Of a number or a literal, as its JSON text. */
export function scalarTag(slot: number): number {
  return slot * KINDS + SCALAR;
}

/** Of a list of conditions, as its canonical JSON. */
export function conditionsTag(slot: number): number {
  return slot * KINDS + CONDITIONS;
}

export function slotOfTag(tag: number): number {
  return Math.floor(tag / KINDS);
}

export function isConditions(tag: number): boolean {
  return tag % KINDS === CONDITIONS;
}

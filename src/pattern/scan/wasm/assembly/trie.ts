/**
 * The trie of the requested paths, as `table.ts` writes it into the memory. All parts of it are one allocation, and refer
 * to each other by address.
 *
 * Trie: the number of slots, the address of the records, the root (node).
 * Record: a slot and the offsets of its value in the text, or -1 - WATCHED and nothing.
 * Node: slot or -1, watched or -1, mark, number of children, address of the children, mask of the table or 0, address of
 * the table, the lengths of the names as bits, modulo 32, the number of slots here and below, and 1 if it is
 * shared.
 * Child: the first eight bytes of its name, the length of its name, the address of its name, the address of its node.
 * Table, of nodes with many children: by hash of the name, 1 + the index of the child, or 0.
 */

export function slotCount(trie: usize): u32 {
  return load<u32>(trie);
}
export function recordsOf(trie: usize): usize {
  return load<u32>(trie, 4);
}
export function rootOf(trie: usize): usize {
  return trie + 8;
}

export function slotOf(node: usize): i32 {
  return load<i32>(node);
}
export function watchedOf(node: usize): i32 {
  return load<i32>(node, 4);
}
export function hasChildren(node: usize): bool {
  return load<u32>(node, 12) !== 0;
}
export function belowOf(node: usize): u32 {
  return load<u32>(node, 32);
}
export function isShared(node: usize): bool {
  return load<u32>(node, 36) !== 0;
}

/** Marks a node as found in the current text. False if it was found before. */
export function mark(node: usize, text: u32): bool {
  if (load<u32>(node, 8) === text) return false;
  store<u32>(node, text, 8);
  return true;
}

const CHILD: usize = 24;

/** The lengths of the names of the children. */
export function lengthsOf(node: usize): u32 {
  return load<u32>(node, 28);
}

/** False if no name has this length: most members of an event are no child. */
export function mayHave(lengths: u32, length: u32): bool {
  return ((lengths >> (length & 31)) & 1) !== 0;
}

/** The child of a name, or 0. */
export function find(node: usize, name: usize, length: u32): usize {
  if (!mayHave(lengthsOf(node), length)) return 0;
  const children: usize = load<u32>(node, 16);
  const mask = load<u32>(node, 20);
  const head = headOf(name, length);
  if (mask === 0) {
    const end = children + usize(load<u32>(node, 12)) * CHILD;
    for (let child = children; child < end; child += CHILD) {
      if (isNamed(child, head, name, length)) return load<u32>(child, 16);
    }
    return 0;
  }
  const table: usize = load<u32>(node, 24);
  let hash = hashOf(name, length);
  while (true) {
    const index = load<u32>(table + ((hash & mask) << 2));
    if (index === 0) return 0;
    const child = children + usize(index - 1) * CHILD;
    if (isNamed(child, head, name, length)) return load<u32>(child, 16);
    hash++;
  }
}

/** The first eight bytes of a name; of a shorter one, zeros follow. */
function headOf(name: usize, length: u32): u64 {
  const eight = load<u64>(name);
  return length >= 8 ? eight : eight & ((u64(1) << (length << 3)) - 1);
}

function isNamed(child: usize, head: u64, name: usize, length: u32): bool {
  return (
    load<u64>(child) === head &&
    load<u32>(child, 8) === length &&
    (length <= 8 || haveSameTail(load<u32>(child, 12), name, length))
  );
}

/** Whether two names of more than eight bytes are equal behind the first eight. */
function haveSameTail(a: usize, b: usize, length: u32): bool {
  const last = length - 8;
  for (let i: u32 = 8; i < last; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  return load<u64>(a + last) === load<u64>(b + last);
}

/** Random, so that names with equal hashes cannot be prepared. */
export let seed: u64 = 0;

export function setSeed(low: u32, high: u32): void {
  seed = (u64(high) << 32) | u64(low);
}

export function hashOf(name: usize, length: u32): u32 {
  let hash = seed ^ u64(length);
  const end = name + length;
  for (; name + 8 < end; name += 8) hash = mix(hash ^ load<u64>(name));
  return finish(hash ^ headOf(name, u32(end - name)));
}

/** The last step of a hash: a multiplication carries upwards only, and the last bytes of a text are the highest ones. */
export function finish(hash: u64): u32 {
  hash = mix(hash);
  return u32(mix(hash ^ (hash >> 32)) >> 32);
}

/** 2^64 divided by the golden ratio. */
const FACTOR: u64 = (u64(0x9e3779b9) << 32) | 0x7f4a7c15;

export function mix(bits: u64): u64 {
  bits *= FACTOR;
  return bits ^ (bits >> 29);
}

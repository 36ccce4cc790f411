/**
 * When tables are moved into the memory of WebAssembly: a trie after so many events with the same paths, and so many for
 * each path; the keys of a set after so many for each pattern. Tests change them.
 */
export const moving = { after: 50, perPath: 1, perPattern: 1 / 4 };

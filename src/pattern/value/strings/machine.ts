/** Machines that read a string character by character, each for many atoms at once. */
export interface Machine<S = unknown> {
  readonly start: S | undefined;
  /** The next state; undefined once every atom is decided. Atoms that the character decides are put into `decided`. */
  step(state: S, character: string, decided: Map<number, boolean>): S | undefined;
  /** Equal for states with the same future. */
  key(state: S): string | number;
  /** Adds the characters that may lead elsewhere than a character that occurs in no atom. */
  characters(state: S, into: Set<string>): void;
  /** Adds the atoms that hold if the string ends here; those that `step` decided need not be among them. */
  atEnd(state: S, into: Set<number>): void;
}

/** Makes one machine for numbered atoms. */
export type MachineOf<A> = (atoms: readonly (readonly [index: number, atom: A])[]) => Machine;

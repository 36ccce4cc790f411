/** Seeded choices. Each case of a run has a stream of its own, so that one case can be made again without those before it. */
export class Random {
  private a: number;
  private b: number;
  private c = 0x9e3779b9;
  private counter = 1;

  /** sfc32, warmed up until all bits of the seed have spread. */
  constructor(seed: number, stream = 0) {
    this.a = seed | 0;
    this.b = stream | 0;
    for (let i = 0; i < 15; i++) this.next();
  }

  private next(): number {
    const { a, b, c } = this;
    const sum = (a + b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = b ^ (b >>> 9);
    this.b = (c + (c << 3)) | 0;
    this.c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** An integer from 0 to below the limit. */
  readonly below = (limit: number): number => Math.floor((this.next() / 2 ** 32) * limit);

  /** From 0 to below 1. */
  readonly unit = (): number => this.next() / 2 ** 32;

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  /** True once in so many times. */
  once(inSo: number): boolean {
    return this.below(inSo) === 0;
  }

  list<T>(least: number, most: number, make: (index: number) => T): T[] {
    return Array.from({ length: least + this.below(most - least + 1) }, (_, index) => make(index));
  }

  /** The alternatives weigh what their numbers say. */
  weighted<T>(...alternatives: readonly (readonly [weight: number, make: () => T])[]): T {
    let left = this.below(alternatives.reduce((sum, [weight]) => sum + weight, 0));
    for (const [weight, make] of alternatives) {
      if (left < weight) return make();
      left -= weight;
    }
    throw new RangeError('no alternatives');
  }
}

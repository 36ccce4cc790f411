/** The event of each test: its own, or the suite's base with changes. */
import { compilePattern, type JsonNode } from '../../index.ts';
import { printJson, readJson } from '../../json.ts';
import { changedEvent } from '../../suite/event.ts';
import { withEvent } from '../patterns/event.ts';
import type { LocatedPattern } from '../patterns/pattern.ts';
import type { Inline } from './inline.ts';
import { inFile, type Suite, type SuiteTest } from './suite.ts';

const anyEvent = compilePattern('{}');

export class Events {
  private readonly suite: Suite;
  private readonly inline: Inline;
  private base: Promise<Base> | undefined;

  constructor(suite: Suite, inline: Inline) {
    this.suite = suite;
    this.inline = inline;
  }

  /** @throws Failure for an unreadable file, a text that is no event, and a pointer to remove that does not exist */
  async of(test: SuiteTest): Promise<LocatedPattern> {
    if (test.event !== undefined) return checked(await this.inline.locate(test.event));
    this.base ??= this.readBase();
    const { located, node } = await this.base;
    if (test.with === undefined && test.remove.length === 0) return located;
    const changed = inFile(this.suite.document, () => changedEvent(node, test));
    // Its parts were read before, with their findings.
    const { remarks = [] } = located;
    const own = test.with === undefined ? [] : this.inline.remarksOn(test.with);
    return { ...located, text: printJson(changed), place: () => 0, remarks: [...own, ...remarks] };
  }

  /** The base, if a test has used it. */
  async baseText(): Promise<string | undefined> {
    return (await this.base)?.located.text;
  }

  private async readBase(): Promise<Base> {
    const located = checked(await this.inline.locate(this.suite.base as JsonNode));
    return { located, node: readJson(located.text).node as JsonNode };
  }
}

interface Base {
  readonly located: LocatedPattern;
  readonly node: JsonNode;
}

function checked(event: LocatedPattern): LocatedPattern {
  withEvent(event, (text) => anyEvent.matchesJson(text));
  return event;
}

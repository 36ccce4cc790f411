/** The folder that the editor has open: its settings, its files, and the texts that are not saved yet. */
import { resolve } from 'node:path';
import type { Settled } from '../config/settle.ts';
import { Bounds } from '../files/bounds.ts';
import { Sources } from '../files/source.ts';
import { type Problem, problemsOf } from '../findings/failure.ts';
import type { LanguageOptions } from '../patterns/pattern.ts';
import type { PolicyOptions } from '../policy/policy.ts';
import type { Session } from '../session/session.ts';
import { Patterns } from '../sources/patterns.ts';
import { NO_SCOPE, type Scope } from '../sources/scope.ts';

/** The settings of `check` that hold in the folder. */
export interface Settings extends LanguageOptions, Pick<PolicyOptions, 'severities' | 'baseline'> {
  readonly scope: Scope;
}

/** Finds the settings of a run. @throws Failure for a config file that is broken */
export type Settle = (session: Session) => Promise<Settled>;

export class Workspace {
  readonly root: string;
  /** Texts by the full paths of their files. */
  readonly unsaved: Map<string, string>;
  private readonly started: Session;
  private readonly settle: Settle;
  private known: Promise<Settings> | undefined;

  /** `started`: the run of the command, which gives the environment. */
  constructor(root: string, started: Session, settle: Settle, unsaved = new Map<string, string>()) {
    this.root = root;
    this.unsaved = unsaved;
    this.started = started;
    this.settle = settle;
  }

  /** For a question about other texts than those that the editor has. */
  copy(): Workspace {
    const copy = new Workspace(this.root, this.started, this.settle, new Map(this.unsaved));
    copy.known = this.known;
    return copy;
  }

  /** A run with fresh files: each is read once, so that one answer is about one state of the disk. */
  async session(): Promise<Session> {
    const session = this.fresh();
    session.patterns.scope = (await this.settings()).scope;
    return session;
  }

  /** Those of a broken config file are none; its own findings say why. */
  settings(): Promise<Settings> {
    this.known ??= this.readSettings();
    return this.known;
  }

  /** The settings with where they come from. @throws Failure for a config file that is broken */
  async settled(): Promise<Settled['settings']> {
    return (await this.settle(this.fresh())).settings;
  }

  /** After a change of a file that may be the config or the baseline. */
  forgetSettings(): void {
    this.known = undefined;
  }

  /** What is wrong with the settings. */
  async problems(): Promise<readonly Problem[]> {
    try {
      await this.settled();
      return [];
    } catch (thrown) {
      return problemsOf(thrown);
    }
  }

  private fresh(): Session {
    const { started, root, unsaved } = this;
    const io = { ...started.io, cwd: root };
    const sources = new Sources(io, new Bounds(root), (path) => unsaved.get(path));
    return { ...started, io, sources, patterns: new Patterns(sources, root) };
  }

  private async readSettings(): Promise<Settings> {
    const session = this.fresh();
    try {
      const { settings } = await this.settle(session);
      const value = (name: string): unknown => settings.get(name)?.value;
      return {
        dialect: value('dialect') as Settings['dialect'],
        extension: value('extensions') as Settings['extension'],
        severities: value('severities') as Settings['severities'],
        baseline: baselineOf(value('baseline'), this.root),
        scope: session.patterns.scope,
      };
    } catch (thrown) {
      problemsOf(thrown);
      return { scope: NO_SCOPE };
    }
  }
}

function baselineOf(value: unknown, root: string): string | undefined {
  return typeof value === 'string' ? resolve(root, value) : undefined;
}

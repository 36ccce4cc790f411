/** The folder that is open in the editor: its settings, its files, and the unsaved texts. */
import { resolve } from 'node:path';
import type { SettledConfig } from '../config/settle.ts';
import { Bounds } from '../files/bounds.ts';
import { Sources } from '../files/source.ts';
import { type Problem, problemsOf } from '../findings/failure.ts';
import type { LanguageOptions } from '../patterns/pattern.ts';
import type { PolicyOptions } from '../policy/policy.ts';
import type { Session } from '../session/session.ts';
import { Patterns } from '../sources/patterns.ts';
import { NO_SCOPE, type Scope } from '../sources/scope.ts';

/** The settings of `check` in the folder. */
export interface Settings extends LanguageOptions, Pick<PolicyOptions, 'severities' | 'baseline'> {
  readonly scope: Scope;
}

/** Resolves the settings of a run. @throws Failure for a broken config file */
export type Settle = (session: Session) => Promise<SettledConfig>;

export class Workspace {
  readonly root: string;
  /** Texts by the absolute paths of their files. */
  readonly unsaved: Map<string, string>;
  private readonly started: Session;
  private readonly settle: Settle;
  private known: Promise<Settings> | undefined;

  /** `started`: the run of the command, with its environment. */
  constructor(root: string, started: Session, settle: Settle, unsaved = new Map<string, string>()) {
    this.root = root;
    this.unsaved = unsaved;
    this.started = started;
    this.settle = settle;
  }

  /** For a request on other texts than those of the editor. */
  copy(): Workspace {
    const copy = new Workspace(this.root, this.started, this.settle, new Map(this.unsaved));
    copy.known = this.known;
    return copy;
  }

  /** A run with an empty file cache: each file is read once, so that an answer is for one state of the disk. */
  async session(): Promise<Session> {
    const session = this.fresh();
    session.patterns.scope = (await this.settings()).scope;
    return session;
  }

  /** Empty for a broken config file, which has findings of its own. */
  settings(): Promise<Settings> {
    this.known ??= this.readSettings();
    return this.known;
  }

  /** The settings with their sources. @throws Failure for a broken config file */
  async settled(): Promise<SettledConfig['settings']> {
    return (await this.settle(this.fresh())).settings;
  }

  /** Called after a change of a file that may be the config or the baseline. */
  forgetSettings(): void {
    this.known = undefined;
  }

  /** The errors of the settings. */
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

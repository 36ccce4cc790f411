/** The formats of a report: one file each, loaded on use. */
import type { Render } from '../report/report.ts';

export interface ReportFormat {
  readonly summary: string;
  /** Whether its readers resolve file names from the root of the repository, and not from the working folder. */
  readonly rooted?: true;
  readonly load: () => Promise<Render>;
}

export const formats = {
  human: { summary: 'for people', load: async () => (await import('./human.ts')).human },
  compact: {
    summary: 'file:line:column: severity code message, one line each',
    rooted: true,
    load: async () => (await import('./compact.ts')).compact,
  },
  json: {
    summary: 'everything, by a schema (`schema report`)',
    load: async () => (await import('./json.ts')).json,
  },
  junit: { summary: 'JUnit XML', rooted: true, load: async () => (await import('./junit.ts')).junit },
  sarif: { summary: 'SARIF 2.1.0', rooted: true, load: async () => (await import('./sarif.ts')).sarif },
  github: {
    summary: 'annotations and the step summary of GitHub Actions',
    rooted: true,
    load: async () => (await import('./github.ts')).github,
  },
  gitlab: {
    summary: 'code quality of GitLab',
    rooted: true,
    load: async () => (await import('./gitlab.ts')).gitlab,
  },
  tap: { summary: 'TAP version 14', rooted: true, load: async () => (await import('./tap.ts')).tap },
  markdown: {
    summary: 'for comments and summaries',
    load: async () => (await import('./markdown.ts')).markdown,
  },
} as const satisfies Readonly<Record<string, ReportFormat>>;

export type FormatName = keyof typeof formats;

export const formatNames = Object.keys(formats) as readonly FormatName[];

/** An error of the client as one line of the command line, in the words of its flags. */
import type { EventBridgeError } from '../../client/index.ts';
import type { Problem } from '../failure.ts';
import { plural } from '../render/findings.ts';

export function problemOf(error: EventBridgeError, requests: number): Problem {
  const { code, message, requestId, httpStatus, hint } = error;
  const facts = [
    code,
    httpStatus === undefined || httpStatus === 200 ? '' : `status ${httpStatus}`,
    requestId === undefined ? '' : `request ${requestId}`,
    // One is what the user asked for; more of them are worth a word, since each is billed.
    requests > 1 ? `${plural(requests, 'request')} were billed` : '',
  ];
  const told = facts.filter((fact) => fact !== '').join(', ');
  const help = hint === undefined ? '' : `; ${inFlags(hint)}`;
  return { message: `${withoutStop(inFlags(message))} (${told})${help}` };
}

/** What the client calls its options, and the command line its flags. */
const FLAGS: Readonly<Record<string, string>> = {
  accountId: '--account-id',
  region: '--region',
  endpoint: '--endpoint',
  allowPlainHttp: '--insecure-http',
  transport: '--transport',
  auth: '--auth',
  timeout: '--timeout',
  interval: '--interval',
  limit: '--limit',
  nextToken: '--next-token',
  listAll: '--all',
  list: 'eb-pattern stream list',
  checkStream: 'eb-pattern stream plan',
  'timeout.call': '--timeout',
};

/** A sentence of the service without its end. */
function withoutStop(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === '.' || text[end - 1] === '!')) end--;
  return text.slice(0, end);
}

function inFlags(text: string): string {
  return text.replace(/`([A-Za-z.]+)`/g, (whole, name: string) =>
    Object.hasOwn(FLAGS, name) ? `\`${FLAGS[name]}\`` : whole,
  );
}

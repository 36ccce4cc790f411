/** An error of the client as one line of the command line, with the names of its flags. */
import { type Answered, EventBridgeError } from '../../client/index.ts';
import type { Problem } from '../findings/failure.ts';
import { plural } from '../findings/show.ts';
import type { Redaction } from '../terminal/redaction.ts';
import type { ServiceOutcome } from './answer.ts';
import { outcomeOf } from './service-answer.ts';

/** An error of the service with advice for this command line. */
export class Advised extends Error {
  readonly error: EventBridgeError;
  readonly advice: string;

  constructor(error: EventBridgeError, advice: string) {
    super(error.message);
    this.error = error;
    this.advice = advice;
  }
}

/** Rejects with the advice when it applies to the error. */
export function advise(applies: (error: EventBridgeError) => boolean, advice: string): (thrown: unknown) => never {
  return (thrown) => {
    throw thrown instanceof EventBridgeError && applies(thrown) ? new Advised(thrown, advice) : thrown;
  };
}

/** The members of a JSON answer for an error, beside its message. */
export function outcomeOfError(error: EventBridgeError, redaction: Redaction): ServiceOutcome {
  const { httpStatus, retryable } = error;
  const requestId = error.requestId === undefined ? undefined : redaction.text(error.requestId);
  return outcomeOf({ code: redaction.text(error.code), httpStatus, requestId, retryable } as Partial<Answered>);
}

export function problemOf(error: EventBridgeError, requests: number, advice = error.hint): Problem {
  const { code, message, requestId, httpStatus } = error;
  const facts = [
    code,
    httpStatus === undefined || httpStatus === 200 ? '' : `status ${httpStatus}`,
    requestId === undefined ? '' : `request ${requestId}`,
    requests > 0 ? `${plural(requests, 'request')} ${requests === 1 ? 'was' : 'were'} billed` : '',
  ];
  const told = facts.filter((fact) => fact !== '').join(', ');
  const help = advice === undefined ? '' : `; ${inFlags(advice)}`;
  const lead = LEADS[code];
  // The service's message about a signature is long, so it follows.
  if (lead !== undefined) return { message: `${lead} (${told}); the service says: ${message}` };
  return { message: `${withoutStop(inFlags(message))} (${told})${help}` };
}

/** Advice by codes of the service whose cause is certain. */
const LEADS: Readonly<Record<string, string>> = {
  SignatureDoesNotMatch: 'the service refuses the signature: check ALIBABA_CLOUD_ACCESS_KEY_SECRET',
};

/** Options of the client and their flags. */
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

/** A sentence of the service without its full stop. */
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

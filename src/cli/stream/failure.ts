/** The failure of a stream command, and its answer in JSON. */
import { named, writeAnswer } from '../answer/answer.ts';
import { Failure, type Problem } from '../findings/failure.ts';
import type { Session } from '../session/session.ts';
import { type StreamFailed, streamFailed } from './answer.ts';
import { outcomeOf } from './service-answer.ts';

/** Requests may have been sent, and are billed. */
export class StreamFailure extends Failure {
  readonly answer: StreamFailed;

  constructor(problems: readonly Problem[], answer: StreamFailed) {
    super(problems);
    this.answer = answer;
  }
}

export function isStream(command: string): boolean {
  return command.startsWith('stream ');
}

/** Also for a failure before the first request, for instance by an invalid setting. */
export function writeStreamFailure(command: string, failure: Failure, session: Session): void {
  const none = { ...outcomeOf(undefined), requests: 0 };
  const members = failure instanceof StreamFailure ? failure.answer : none;
  writeAnswer(named(command, streamFailed), members, session, failure.problems);
}

/** `eb-pattern stream business-option`: the capacity that is billed. */
import type { BusinessOptionDocument } from '../../../client/index.ts';
import { Failure } from '../../findings/failure.ts';
import type { Session } from '../../session/session.ts';
import { withStream } from '../../stream/context.ts';
import { act } from '../../stream/lifecycle.ts';
import type { StreamFlags } from '../../stream/settings.ts';

export interface BusinessOptionFlags extends StreamFlags {
  readonly mode: string;
  readonly min?: string;
  readonly max?: string;
}

export function businessOption(name: string, flags: BusinessOptionFlags, session: Session): Promise<number> {
  return withStream('stream business-option', flags, session, (context) => {
    const min = units('--min', flags.min);
    const max = units('--max', flags.max);
    if (min !== undefined && max !== undefined && min > max) {
      throw new Failure({ message: `--min is at most --max, and ${min} is above ${max}` });
    }
    const document: BusinessOptionDocument = {
      EventStreamingName: name,
      BusinessMode: flags.mode as BusinessOptionDocument['BusinessMode'],
      ...(min === undefined ? {} : { MinCapacityUnitCount: min }),
      ...(max === undefined ? {} : { MaxCapacityUnitCount: max }),
    };
    const range = [min === undefined ? '' : ` from ${min}`, max === undefined ? '' : ` up to ${max}`].join('');
    return act(context, name, (client) => client.updateBusinessOption(document), [
      `\`${name}\` is billed by ${flags.mode}${range}`,
    ]);
  });
}

function units(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^[0-9]+$/.test(text) && value >= 1 && value <= 999) return value;
  throw new Failure({ message: `${flag} is a whole number of capacity units from 1 to 999, not \`${text}\`` });
}

/** The verdicts of all dialects on the events, the rules that decide, and an event on which the dialects differ. */
import { useMemo } from 'preact/hooks';
import type { DialectDifference } from '../../index.ts';
import { COLOURS } from '../page/editor-theme.ts';
import type { Page } from '../page/page.ts';
import { Badge, Busy, Quiet, Sign, Words } from '../page/parts.tsx';
import { useSettled } from '../page/settled.ts';
import { type ComparedEvent, DIALECTS, type DifferingField } from '../state/compared-event.ts';
import { type DialectComparison, dialectComparison } from '../state/dialects.ts';
import { labelOf } from '../state/events.ts';
import { pretty } from '../state/incoming.ts';
import type { Playground } from '../state/playground.ts';
import { counted } from '../state/summary.ts';

export function Dialects({ page }: { readonly page: Page }) {
  const dialect = page.state.dialect.value;
  if (DIALECTS.includes(dialect)) return <Compared page={page} />;
  return (
    <p class="verdict">{`Events of ${dialect} have other members, so that no other dialect is compared with it.`}</p>
  );
}

function Compared({ page: { state } }: { readonly page: Page }) {
  // Computed for earlier inputs: the events may have changed.
  const compared = useSettled(state, dialectComparison);
  // Rendered when the result changes, not at each key.
  const table = useMemo(() => <Verdicts events={compared?.events ?? []} state={state} />, [compared]);
  if (compared === undefined) return <Busy />;
  const { refusals, events, any } = compared;
  const selected = events.find(({ event }) => event.id === state.selected.value.id);
  return (
    <>
      {refusals.map(({ dialect, message }) => (
        <p key={dialect} class="problem">
          <b>{dialect}</b> refuses the pattern: <Words text={message} />
        </p>
      ))}
      <p class="verdict">{verdictOn(compared)}</p>
      {!events.some(differs) && <AnyEvent found={any} state={state} />}
      {selected !== undefined && <Deciding compared={selected} state={state} />}
      {table}
    </>
  );
}

interface VerdictsProps {
  readonly events: readonly ComparedEvent[];
  readonly state: Playground;
}

function Verdicts({ events, state }: VerdictsProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">event</th>
          {DIALECTS.map((dialect) => (
            <th key={dialect} scope="col">
              {dialect}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {events.map((one, i) => (
          <Row key={one.event.id} compared={one} number={i + 1} state={state} />
        ))}
      </tbody>
    </table>
  );
}

function verdictOn({ refusals, events }: DialectComparison): string {
  if (refusals.length === DIALECTS.length) return 'No dialect takes the pattern.';
  const verdicts = events.filter(differs).length;
  const hidden = events.filter((one) => !differs(one) && one.fields.length > 0).length;
  const onVerdicts =
    verdicts === 0
      ? `The dialects agree on ${events.length === 1 ? 'the event' : 'all events'}`
      : `The dialects differ on ${verdicts} of ${counted(events.length, 'event')}`;
  if (hidden === 0) return `${onVerdicts}.`;
  return verdicts === 0 ? `${onVerdicts}, but not on each field.` : `${onVerdicts}, and on fields of ${hidden} more.`;
}

function differs({ verdicts }: ComparedEvent): boolean {
  return new Set(verdicts).size > 1;
}

interface AnyEventProps {
  readonly found: DialectDifference;
  readonly state: Playground;
}

/** The result for events that are not in the list. */
function AnyEvent({ found, state }: AnyEventProps) {
  if (found.answer === 'refused') return null;
  if (found.answer === 'no') return <Quiet>They agree on every other event too: this is proved.</Quiet>;
  if (found.answer === 'unknown')
    return <Quiet>Whether they agree on every other event is not known: {found.reason}.</Quiet>;
  const text = pretty(found.event);
  return (
    <section>
      <h3>They differ on this event</h3>
      <pre>{text}</pre>
      <button type="button" onClick={() => state.add([{ text }])}>
        Add it as an event
      </button>
    </section>
  );
}

interface ComparedProps {
  readonly compared: ComparedEvent;
  readonly state: Playground;
}

function Deciding({ compared, state }: ComparedProps) {
  const { deciding, fields } = compared;
  const ofFields = new Set(fields.flatMap((field) => field.deciding));
  const others = deciding.filter((sentence) => !ofFields.has(sentence));
  const isRefused = differs(compared) && deciding.length === 0;
  if (!isRefused && others.length === 0 && fields.length === 0) return null;
  return (
    <section class="decided">
      <h3>What decides for the selected event</h3>
      {isRefused && <p>That one dialect refuses the pattern.</p>}
      <Sentences all={others} />
      <ul>
        {fields.map((field) => (
          <FieldDifference key={field.pointer} field={field} state={state} />
        ))}
      </ul>
    </section>
  );
}

function FieldDifference({ field, state }: { readonly field: DifferingField; readonly state: Playground }) {
  const { pointer, path, holds, deciding } = field;
  const number = state.links.value.find((link) => link.field.pointer === pointer)?.number;
  return (
    <li class={`colour-${((number ?? 1) - 1) % COLOURS}`}>
      {number !== undefined && <Badge number={number} />} <code class="path">{path}</code>{' '}
      {DIALECTS.map((dialect, i) => `${holds[i] ? 'holds' : 'fails'} in ${dialect}`).join(', ')}
      <Sentences all={deciding} />
    </li>
  );
}

function Sentences({ all }: { readonly all: readonly string[] }) {
  return (
    <ul class="quiet">
      {all.map((sentence) => (
        <li key={sentence}>
          <Words text={sentence} />
        </li>
      ))}
    </ul>
  );
}

function Row({ compared, number, state }: ComparedProps & { readonly number: number }) {
  const { event, verdicts, fields } = compared;
  return (
    <tr class={differs(compared) ? 'differs' : ''}>
      <th scope="row">
        <button type="button" class="plain" onClick={() => state.select(event.id)}>
          <b>{number}</b> <span class="label">{labelOf(event)}</span>
        </button>
        {fields.length > 0 && !differs(compared) && (
          <span class="quiet"> {fields.length === 1 ? '1 field differs' : `${fields.length} fields differ`}</span>
        )}
      </th>
      {DIALECTS.map((dialect, i) => {
        const verdict = verdicts[i] ?? 'no pattern';
        return (
          <td key={dialect}>
            <Sign verdict={verdict} /> {verdict}
          </td>
        );
      })}
    </tr>
  );
}

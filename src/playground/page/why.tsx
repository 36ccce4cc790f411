/** Why the selected event matches or not, field by field. The second script adds the changes that would make it match. */
import type { ConditionExplanation, Explanation, Seen } from '../../index.ts';
import { whyNot } from '../../pattern/explain/why-not.ts';
import { readEvent } from '../state/events.ts';
import type { Link, Spot } from '../state/links.ts';
import { COLOURS } from './editor-theme.ts';
import type { Page } from './page.ts';
import { Badge, Quiet, Sign, Words } from './parts.tsx';

export function Why({ page }: { readonly page: Page }) {
  const { state } = page;
  const explanation = state.explanation.value;
  const Nearest = page.views.value?.Nearest;
  if (explanation === undefined) {
    if (state.current.value === undefined) return <Quiet>There is no valid pattern yet.</Quiet>;
    return <Quiet>This is not an event: {readEvent(state.selected.value).problem?.message}.</Quiet>;
  }
  const { matches, alternatives = [] } = explanation;
  // What holds by itself may not hold together.
  const together = matches ? undefined : alternatives[0]?.reason;
  return (
    <>
      <p class={`verdict ${matches ? 'yes' : 'no'}`}>
        <Sign verdict={matches ? 'match' : 'no match'} />{' '}
        {matches ? matching(explanation) : `no match: ${whyNot(explanation)}`}
        {state.current.value?.isStale && <span class="quiet"> (by the last valid pattern)</span>}
      </p>
      {together !== undefined && <p>{together}</p>}
      <ol class="fields">
        {state.links.value.map((link) => (
          <FieldRow key={link.field.pointer} link={link} page={page} />
        ))}
      </ol>
      {Nearest !== undefined && <Nearest page={page} />}
    </>
  );
}

function matching({ fields, alternatives = [] }: Explanation): string {
  if (alternatives.length > 1) return `match: one of ${alternatives.length} alternatives holds`;
  const { length } = alternatives[0]?.fields ?? fields;
  if (length === 0) return 'match: the pattern has no conditions';
  return length === 1 ? 'match: the field holds' : `match: all ${length} fields hold`;
}

function FieldRow({ link, page: { state, panes } }: { readonly link: Link; readonly page: Page }) {
  const { number, field, inEvent } = link;
  const spot = state.spot.value;
  const isHot = spot?.field === field.pointer;
  const point = (condition?: number) => (): void => {
    const next: Spot = { field: field.pointer, condition };
    state.spot.value = next;
  };
  const leave = (): void => {
    state.spot.value = undefined;
  };
  const range = inEvent[0];
  return (
    <li
      class={`field colour-${(number - 1) % COLOURS} ${isHot && spot.condition === undefined ? 'hot' : ''}`}
      onMouseEnter={point()}
      onMouseLeave={leave}
    >
      <button
        type="button"
        class="plain row"
        onFocus={point()}
        onBlur={leave}
        onClick={() => {
          if (range !== undefined) panes.goToEvent(range);
        }}
      >
        <Sign verdict={field.holds ? 'match' : 'no match'} said={field.holds ? 'holds: ' : 'fails: '} />
        <Badge number={number} />
        <code class="path">{field.path.join('.')}</code>
        <span class="seen">{seenText(field.seen)}</span>
      </button>
      {field.reason !== undefined && (
        <p class="reason">
          <Words text={field.reason} />
        </p>
      )}
      <ul class="conditions">
        {field.conditions.map((condition, i) => (
          <li
            key={condition.text}
            class={isHot && spot.condition === i ? 'hot' : ''}
            onMouseEnter={(event) => {
              event.stopPropagation();
              point(i)();
            }}
            onMouseLeave={point()}
          >
            <button
              type="button"
              class="plain"
              onFocus={point(i)}
              onBlur={leave}
              onClick={() => {
                const own = link.conditions[i]?.inPattern[0];
                if (own !== undefined) panes.goToPattern(own);
              }}
            >
              <Sign verdict={condition.holds ? 'match' : 'no match'} said={condition.holds ? 'holds: ' : 'fails: '} />
              <code>{condition.text}</code> {remark(condition, field.conditions.length)}
            </button>
          </li>
        ))}
      </ul>
    </li>
  );
}

/** The only condition of a field that fails has the field's reason. */
function remark({ holds, value, excerpt, reason }: ConditionExplanation, among: number) {
  const shown = excerpt ?? value;
  if (holds && shown !== undefined) {
    return (
      <span class="quiet">
        for {shown}
        {reason !== undefined && <Words text={`: ${reason}`} />}
      </span>
    );
  }
  return reason !== undefined && (holds || among > 1) ? (
    <span class="quiet">
      <Words text={reason} />
    </span>
  ) : null;
}

function seenText(seen: Seen): string {
  switch (seen.kind) {
    case 'value':
      return seen.comparedAs === undefined ? seen.value : `${seen.value}, compared as ${seen.comparedAs}`;
    case 'array':
      return `[${seen.values.join(', ')}]`;
    case 'values':
      return seen.values.join(' and ');
    case 'no-value':
      return 'no plain value';
    case 'empty-array':
      return '[]';
    case 'array-with-objects':
      return 'an array with objects';
    case 'object':
      return 'an object';
    case 'missing':
      return 'missing';
  }
}

/** The meaning of the pattern in sentences; pointing at a part marks it in both panes. */
import { inWords, type Sentence, type WordPart } from '../../editor/index.ts';
import { COLOURS } from '../page/editor-theme.ts';
import type { Page } from '../page/page.ts';
import { Badge, Quiet } from '../page/parts.tsx';
import type { Spot } from '../state/links.ts';
import type { Playground } from '../state/playground.ts';

export function Meaning({ page: { state } }: { readonly page: Page }) {
  const { current } = state;
  if (current.value === undefined) return <Quiet>There is no valid pattern yet.</Quiet>;
  const [lead, ...fields] = inWords(current.value.matcher.pattern);
  return (
    <>
      <p class="verdict">{lead?.map(({ text }) => text).join('')}</p>
      <ol class="fields">
        {fields.map((sentence, i) => (
          <FieldWords key={sentence[0]?.pointer} sentence={sentence} number={i + 1} state={state} />
        ))}
      </ol>
      {current.value.isStale && <Quiet>This is what the last valid pattern means.</Quiet>}
    </>
  );
}

interface FieldWordsProps {
  readonly sentence: Sentence;
  readonly number: number;
  readonly state: Playground;
}

function FieldWords({ sentence, number, state }: FieldWordsProps) {
  const spot = state.spot.value;
  return (
    <li class={`field words colour-${(number - 1) % COLOURS}`}>
      <Badge number={number} />
      <p>
        {sentence.map((part, i) => {
          const own = spotOf(part, state);
          if (own === undefined) return part.text;
          const isHot = spot?.field === own.field && spot.condition === own.condition;
          const point = (): void => {
            state.spot.value = own;
          };
          const leave = (): void => {
            state.spot.value = undefined;
          };
          return (
            <button
              type="button"
              key={i}
              class={`plain part ${isHot ? 'hot' : ''}`}
              onMouseEnter={point}
              onMouseLeave={leave}
              onFocus={point}
              onBlur={leave}
            >
              {part.text.replaceAll('`', '')}
            </button>
          );
        })}
      </p>
    </li>
  );
}

/** The field or the condition that a part of a sentence describes. */
function spotOf({ pointer }: WordPart, { current, explanation }: Playground): Spot | undefined {
  if (pointer === undefined) return undefined;
  const isIn = (outer: string) => pointer === outer || pointer.startsWith(`${outer}/`);
  const field = current.value?.matcher.pattern.fields.find((one) => isIn(one.pointer))?.pointer;
  if (field === undefined) return undefined;
  if (field === pointer) return { field };
  const explained = explanation.value?.fields.find((one) => one.pointer === field)?.conditions ?? [];
  const index = explained.findIndex((one) => [one, ...(one.copies ?? [])].some((place) => isIn(place.pointer)));
  return { field, ...(index < 0 ? {} : { condition: index }) };
}

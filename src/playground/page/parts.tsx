/** Small components of several views. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Verdict } from '../state/events.ts';
import { COLOURS } from './editor-theme.ts';

const SIGNS: Readonly<Record<Verdict | 'refused', readonly [sign: string, className: string]>> = {
  match: ['✓', 'yes'],
  'no match': ['✗', 'no'],
  'not an event': ['!', 'odd'],
  'no pattern': ['–', 'odd'],
  refused: ['–', 'odd'],
};

/** A verdict as a sign; `said` is for screen readers, and absent when the words are beside it. */
export function Sign({ verdict, said }: { readonly verdict: Verdict | 'refused'; readonly said?: string }) {
  const [sign, className] = SIGNS[verdict];
  return (
    <span class={`sign ${className}`}>
      <span aria-hidden="true">{sign}</span>
      {said !== undefined && <span class="said">{said}</span>}
    </span>
  );
}

/** The number of a field, in its colour. */
export function Badge({ number }: { readonly number: number }) {
  return (
    <span class={`badge badge-${(number - 1) % COLOURS}`}>
      <span class="said">field </span>
      {number}
    </span>
  );
}

/** A sentence with its texts in backticks as code; unchanged when the backticks do not pair. */
export function Words({ text }: { readonly text: string }) {
  const parts = text.split('`');
  if (parts.length % 2 === 0) return text;
  return parts.map((part, i) => (i % 2 === 0 ? part : <code key={i}>{part}</code>));
}

export function Quiet({ children }: { readonly children: ComponentChildren }) {
  return <p class="quiet">{children}</p>;
}

/** Shown while an answer is computed. */
export function Busy() {
  return <Quiet>Working it out…</Quiet>;
}

/** An element for contents made without Preact. */
export function Host({ mount, id }: { readonly id: string; readonly mount: (host: HTMLElement) => () => void }) {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => (host.current === null ? undefined : mount(host.current)), []);
  return <div class="editor" id={id} ref={host} />;
}

/** The next of several buttons in a row, for the arrow keys; undefined for other keys. */
export function stepped(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight' || key === 'ArrowDown') return (index + 1) % count;
  if (key === 'ArrowLeft' || key === 'ArrowUp') return (index - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : undefined;
}

export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

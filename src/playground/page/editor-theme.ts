/** The theme of the code editors. Colours are variables of the page's sheet, which apply inside shadow roots. */
import { EditorView } from '@codemirror/view';

/** Fields have so many colours in turn; their numbers distinguish them. */
export const COLOURS = 6;

const links = Object.fromEntries(
  Array.from({ length: COLOURS }, (_, i) => [
    `.link-${i}`,
    { backgroundColor: `var(--f${i})`, borderRadius: '3px', boxShadow: `inset 0 -2px 0 var(--e${i})` },
  ]),
);

const badges = Object.fromEntries(
  Array.from({ length: COLOURS }, (_, i) => [`.badge-${i}`, { backgroundColor: `var(--e${i})` }]),
);

const wavy = (color: string, style: string) => ({
  textDecoration: `underline ${style} ${color} 1.5px`,
  textUnderlineOffset: '4px',
  textDecorationSkipInk: 'none',
});

export const appearance = EditorView.theme({
  '&': { backgroundColor: 'var(--panel)', color: 'var(--text)', fontSize: '13.5px', height: '100%' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--panel)', color: 'var(--dim)', border: 'none' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'var(--line)' },
  '.cm-content ::selection': { backgroundColor: 'var(--select)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--border)',
    borderRadius: '6px',
    maxWidth: 'min(52ch, 90vw)',
  },
  '.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '14em' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' },
  '.cm-completionDetail': { fontFamily: 'var(--sans)', fontStyle: 'normal', opacity: '0.8' },
  '.problem': { padding: '6px 10px', font: '13px/1.5 var(--sans)', whiteSpace: 'normal' },
  '.problem p': { margin: '4px 0', color: 'var(--dim)' },
  '.problem .error': { color: 'var(--bad)' },
  '.problem .warning': { color: 'var(--warn)' },
  '.problem button': {
    display: 'block',
    margin: '4px 0',
    padding: '2px 8px',
    border: '1px solid var(--accent)',
    borderRadius: '4px',
    backgroundColor: 'var(--accent)',
    color: 'var(--on-accent)',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
  },
  '.problem-error': wavy('var(--bad)', 'wavy'),
  '.problem-warning': wavy('var(--warn)', 'wavy'),
  '.problem-info': wavy('var(--accent)', 'dotted'),
  '.json-name': { color: 'var(--name)' },
  '.json-string': { color: 'var(--string)' },
  '.json-number': { color: 'var(--number)' },
  '.json-literal': { color: 'var(--literal)' },
  '&.cm-focused .json-bracket': { outline: '1px solid var(--dim)', outlineOffset: '-1px', borderRadius: '2px' },
  ...links,
  '.badge': {
    // Not inline-block: a line could break between the number and its text.
    padding: '0.1em 0.5em',
    marginRight: '0.3em',
    borderRadius: '0.8em',
    color: '#fff',
    font: '700 0.72em/1.5 var(--sans)',
    textAlign: 'center',
    verticalAlign: '0.1em',
  },
  ...badges,
  '.fails': { outline: '1.5px dashed var(--bad)', outlineOffset: '-1px' },
  '.deciding': { textDecoration: 'underline double var(--bad) 1.5px', textUnderlineOffset: '3px' },
  // Without colours, a line and a border mark linked parts.
  '@media (forced-colors: active)': {
    '.link': { textDecoration: 'underline' },
    '.badge': { border: '1px solid' },
  },
  '.hot': { outline: '2px solid var(--accent)', outlineOffset: '0', borderRadius: '3px' },
});

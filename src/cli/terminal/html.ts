/** HTML pages that need no network and no script: escaping of user text, and the page around a body. */
import { nodeCrypto } from './node-crypto.ts';
import { printable } from './terminal.ts';

/** Escapes text for one line, in text and in attributes. */
export function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0; background: Canvas; color: CanvasText; }
main { max-width: 72rem; margin: 0 auto; padding: 1rem; }
pre, code, small { font-family: ui-monospace, monospace; }
pre { padding: .75rem; border: 1px solid GrayText; white-space: pre-wrap; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; padding: .25rem 0; }
th, td { padding: .25rem .5rem; border-bottom: 1px solid GrayText; text-align: right; }
th:first-child { text-align: left; overflow-wrap: anywhere; }
h2 { overflow-wrap: anywhere; border-top: 2px solid GrayText; padding-top: 1rem; }
article { border-left: 4px solid GrayText; padding-left: .75rem; margin: 1rem 0; }
mark { color: inherit; padding: 0 .15em; border-bottom: 2px solid; }
mark.both { background: light-dark(#d9f2d9, #14401c); border-bottom-style: solid; }
mark.half { background: light-dark(#fdf0c4, #4d3d00); border-bottom-style: dashed; }
mark.none { background: light-dark(#fadcd9, #5a1a16); border-bottom-style: dotted; }
`;

/** A page with a heading. `title` is text; `body` is HTML, in which user text is already escaped. */
export function htmlPage(title: string, body: string): string {
  const hash = nodeCrypto().createHash('sha256').update(STYLE).digest('base64');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

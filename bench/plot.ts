/** Draws the speeds of all engines against the number of patterns as an SVG, both axes logarithmic. */

export interface Line {
  readonly name: string;
  /** Numbers of patterns, ascending, and events a second. */
  readonly points: readonly (readonly [patterns: number, speed: number])[];
}

const WIDTH = 860;
const HEIGHT = 480;
const LEFT = 90;
const RIGHT = 250;
const TOP = 20;
const BOTTOM = 50;
/** The least distance of two names, in pixels. */
const APART = 15;

/** Distinct for readers who do not see all colours (Okabe and Ito). */
const COLOURS = ['#0072b2', '#009e73', '#56b4e9', '#d55e00', '#e69f00', '#cc79a7', '#000000'];

/** `note`: a sentence below the axes: machine and date. @throws TypeError for a point that has no place on the axes */
export function plot(lines: readonly Line[], note: string): string {
  const speeds = lines.flatMap(({ points }) => points.map(([, speed]) => speed));
  const sizes = lines.flatMap(({ points }) => points.map(([patterns]) => patterns));
  if (![...speeds, ...sizes].every((one) => one > 0)) throw new TypeError('a point is no number above 0');
  const [low, high] = [Math.floor(Math.log10(Math.min(...speeds))), Math.ceil(Math.log10(Math.max(...speeds)))];
  const last = Math.log10(Math.max(...sizes, 10));
  const x = (patterns: number): number => LEFT + (Math.log10(patterns) / last) * (WIDTH - LEFT - RIGHT);
  const y = (speed: number): number => TOP + ((high - Math.log10(speed)) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const right = WIDTH - RIGHT;
  const bottom = HEIGHT - BOTTOM;
  const grid = [];
  for (let power = low; power <= high; power++) {
    const at = round(y(10 ** power));
    grid.push(`<path d="M${LEFT} ${at}H${right}"/>`, text(LEFT - 8, at + 4, whole(10 ** power), 'end'));
  }
  for (let power = 0; power <= last; power++) {
    const at = round(x(10 ** power));
    grid.push(`<path d="M${at} ${TOP}V${bottom}"/>`, text(at, bottom + 18, whole(10 ** power), 'middle'));
  }
  const names = placed(lines.map(({ points }) => y(points.at(-1)?.[1] ?? 1)));
  const drawn = lines.map(({ name, points }, i) => {
    const colour = COLOURS[i % COLOURS.length];
    const path = points.map(([patterns, speed]) => `${round(x(patterns))} ${round(y(speed))}`).join('L');
    const dots = points.map(
      ([patterns, speed]) => `<circle cx="${round(x(patterns))}" cy="${round(y(speed))}" r="3"/>`,
    );
    const end = round(x(points.at(-1)?.[0] ?? 1)) + 8;
    return `<g fill="${colour}"><path d="M${path}" stroke="${colour}" stroke-width="2" fill="none"/>${dots.join('')}${text(end, (names[i] as number) + 4, name, 'start')}</g>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>Events a second of one core, against the number of patterns</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    `<g stroke="#ddd" fill="#333">${grid.join('').replaceAll('<text', '<text stroke="none"')}</g>`,
    ...drawn,
    text((LEFT + right) / 2, bottom + 38, 'patterns', 'middle'),
    `<text transform="translate(16 ${(TOP + bottom) / 2}) rotate(-90)" text-anchor="middle">events a second of one core</text>`,
    text(WIDTH - 8, HEIGHT - 8, note, 'end'),
    '</svg>\n',
  ].join('\n');
}

/** Moves names apart that would overlap, in their order. */
function placed(wanted: readonly number[]): readonly number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const at = [...wanted];
  for (let k = 1; k < order.length; k++) {
    const [above = 0, below = 0] = [order[k - 1], order[k]];
    at[below] = Math.max(at[below] as number, (at[above] as number) + APART);
  }
  return at;
}

function text(x: number, y: number, content: string, anchor: 'start' | 'middle' | 'end'): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${content.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</text>`;
}

function whole(value: number): string {
  return value.toLocaleString('en');
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

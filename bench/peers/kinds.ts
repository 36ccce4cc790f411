/** The kinds of rules that event-ruler measures itself, and lots in the shape that they are for. Values are made up. */
import { pick, type Random, seeded, whole } from '../corpus.ts';

/** A rule, which is a pattern of the dialect `aws`. */
type Rule = object;

const STREETS = [
  'ACTON',
  'BEACH',
  'BLAIR',
  'BRYANT',
  'CHESTNUT',
  'DRUMM',
  'FOLSOM',
  'FULTON',
  'GEARY',
  'HAYES',
  'HYDE',
  'JEFFERSON',
  'LAKE',
  'LANSING',
  'MARKET',
  'MASON',
  'MISSION',
  'NORIEGA',
  'RHINE',
  'SANTIAGO',
  'TARAVAL',
  'VALENCIA',
];

/** GeoJSON lots of about 900 bytes, not wrapped, whose points are objects. */
export function plainLots(count: number, seed = 5): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const block = String(whole(random, 8000)).padStart(4, '0');
    const lot = String(whole(random, 400)).padStart(3, '0');
    const from = whole(random, 5000);
    const around = { x: -122.51 + random() / 8, y: 37.7 + random() / 10 };
    const points = Array.from({ length: 5 + whole(random, 8) }, () => pointNear(around, random));
    return JSON.stringify({
      type: 'Feature',
      properties: {
        MAPBLKLOT: block + lot,
        BLKLOT: block + lot,
        BLOCK_NUM: block,
        LOT_NUM: lot,
        FROM_ST: String(from),
        TO_ST: String(from + whole(random, 20)),
        STREET: pick(random, STREETS),
        ST_TYPE: pick(random, ['ST', 'ST', 'ST', 'AVE', 'BLVD', null]),
        ODD_EVEN: pick(random, ['O', 'E']),
      },
      geometry: {
        type: random() < 0.01 ? 'MultiPolygon' : 'Polygon',
        firstCoordinates: points[0],
        coordinates: [...points, points[0]],
      },
    });
  });
}

function pointNear({ x, y }: { readonly x: number; readonly y: number }, random: Random): object {
  return { x: x + random() / 1e4, y: y + random() / 1e4, z: 0 };
}

const property = (name: string, condition: unknown): Rule => ({ properties: { [name]: [condition] } });
const geometry = (fields: object): Rule => ({ geometry: fields });
const of = (name: string, conditions: readonly unknown[]): readonly Rule[] =>
  conditions.map((one) => property(name, one));

const wildcards = ['143*', '2*0*1*7', '*218', '3*5*2', '77*61'];
/** A point, or several of them. */
const numeric = (place: string): readonly Rule[] => [
  geometry({ type: ['Polygon'], [place]: { x: [{ numeric: ['=', -122.45] }] } }),
  geometry({ type: ['MultiPolygon'], [place]: { z: [{ numeric: ['=', 0] }] } }),
  geometry({ [place]: { x: [{ numeric: ['<', -122.416] }] } }),
  geometry({ [place]: { x: [{ numeric: ['>', -122.416] }] } }),
  geometry({ [place]: { x: [{ numeric: ['>', -122.465, '<', -122.406] }] } }),
];

/** `anything-but` something of two streets, one type of street, a shape and a number. */
function anythingBut(
  street: readonly [unknown, unknown],
  type: unknown,
  shape: unknown,
  from: unknown,
): readonly Rule[] {
  const but = (operand: unknown): object => ({ 'anything-but': operand });
  return [
    ...of('STREET', street.map(but)),
    property('ST_TYPE', but(type)),
    geometry({ type: [but(shape)] }),
    property('FROM_ST', but(from)),
  ];
}

const folded = (text: string): object => ({ 'equals-ignore-case': text });
const beginnings = ['AC', 'BL', 'DR', 'FU', 'RH'];
const endings = ['ON', 'KE', 'MM', 'ING', 'GO'];

/** Of five lots. */
const numbers = plainLots(500)
  .filter((_, i) => i % 100 === 17)
  .map((lot) => (JSON.parse(lot) as { properties: { MAPBLKLOT: string } }).properties.MAPBLKLOT);

const single = {
  exact: of('MAPBLKLOT', numbers),
  wildcard: of(
    'MAPBLKLOT',
    wildcards.map((wildcard) => ({ wildcard })),
  ),
  prefix: of(
    'STREET',
    beginnings.map((prefix) => ({ prefix })),
  ),
  'prefix, ignoring case': of(
    'STREET',
    beginnings.map((text) => ({ prefix: folded(text.toLowerCase()) })),
  ),
  suffix: of(
    'STREET',
    endings.map((suffix) => ({ suffix })),
  ),
  'suffix, ignoring case': of(
    'STREET',
    endings.map((text) => ({ suffix: folded(text.toLowerCase()) })),
  ),
  'ignoring case': [
    ...of('STREET', ['jefferson', 'bEaCh', 'HyDe', 'CHESTNUT'].map(folded)),
    property('ST_TYPE', folded('st')),
  ],
  numeric: numeric('firstCoordinates'),
  'anything-but': anythingBut([['FULTON'], ['MASON']], ['ST'], ['Polygon'], ['441']),
  'anything-but, ignoring case': anythingBut(
    [folded('Fulton'), folded('Mason')],
    folded('st'),
    folded('polygon'),
    folded('441'),
  ),
  'anything-but prefix': anythingBut(
    [{ prefix: 'FULTO' }, { prefix: 'MASO' }],
    { prefix: 'S' },
    { prefix: 'Poly' },
    { prefix: '44' },
  ),
  'anything-but suffix': anythingBut(
    [{ suffix: 'ULTON' }, { suffix: 'ASON' }],
    { suffix: 'T' },
    { suffix: 'olygon' },
    { suffix: '41' },
  ),
  'anything-but wildcard': of(
    'MAPBLKLOT',
    wildcards.map((wildcard) => ({ 'anything-but': { wildcard } })),
  ),
  'complex arrays': numeric('coordinates'),
} satisfies Readonly<Record<string, readonly Rule[]>>;

/** Those that event-ruler puts together, 45 rules. */
const together = [
  ...single.numeric,
  ...single.exact,
  ...single.prefix,
  ...single['anything-but'],
  ...single['anything-but, ignoring case'],
  ...single['anything-but prefix'],
  ...single['anything-but suffix'],
  ...single['anything-but wildcard'],
  ...single['complex arrays'],
];

export const kinds: Readonly<Record<string, readonly Rule[]>> = { ...single, 'all together': together };

/** Large sets, whose memory is compared. */
export const large: Readonly<Record<string, (i: number, random: Random) => Rule>> = {
  'two texts': (i) => ({ properties: { STREET: [`${pick(seeded(i), STREETS)}${i % 2000}`], LOT_NUM: [String(i)] } }),
  'a number and a beginning': (i, random) => ({
    properties: { [`FIELD${i % 10}`]: [whole(random, 100)], STREET: [{ prefix: letters(6, random) }] },
  }),
};

function letters(count: number, random: Random): string {
  return Array.from({ length: count }, () => String.fromCharCode(0x41 + whole(random, 26))).join('');
}

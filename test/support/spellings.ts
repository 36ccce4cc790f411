/** Every spelling of a secret in an answer: encoders, written without the code that finds them. */

export interface Encoder {
  readonly name: string;
  readonly encode: (text: string, random: () => number) => string;
}

const unit = (text: string, digits: (hex: string) => string): string =>
  `\\u${digits(text.charCodeAt(0).toString(16).padStart(4, '0'))}`;
const same = (hex: string): string => hex;
const upper = (hex: string): string => hex.toUpperCase();
const json = (text: string): string => JSON.stringify(text).slice(1, -1);
const bytes = (text: string): number[] => [...Buffer.from(text, 'utf8')];
const percent = (byte: number): string => `%${byte.toString(16).padStart(2, '0')}`;

/** Base64 of the text inside other text, as in a Basic header or a document. */
function embedded(text: string, random: () => number, form: 'base64' | 'base64url'): string {
  const before = 'user:'.slice(0, Math.floor(random() * 4));
  const after = '; more'.slice(0, Math.floor(random() * 6));
  return Buffer.from(before + text + after, 'utf8').toString(form);
}

export const encoders: readonly Encoder[] = [
  { name: 'as it is', encode: (text) => text },
  { name: 'JSON', encode: json },
  { name: 'JSON of Gson', encode: (text) => json(text).replace(/[=<>&']/g, (c) => unit(c, same)) },
  {
    name: 'JSON of PHP',
    encode: (text) =>
      json(text)
        .replaceAll('/', '\\/')
        .replace(/[^ -~]/g, (c) => unit(c, same)),
  },
  { name: 'JSON in capital escapes', encode: (text) => json(text).replace(/[=<>&'+/ü-￿]/g, (c) => unit(c, upper)) },
  { name: 'escapes only', encode: (text) => text.replace(/./gs, (c) => unit(c, same)) },
  { name: 'capital escapes only', encode: (text) => text.replace(/./gs, (c) => unit(c, upper)) },
  { name: 'URI component', encode: (text) => encodeURIComponent(text.toWellFormed()) },
  {
    name: 'URI component in small letters',
    encode: (text) => encodeURIComponent(text.toWellFormed()).replace(/%../g, (c) => c.toLowerCase()),
  },
  { name: 'form', encode: (text) => new URLSearchParams({ a: text }).toString().slice(2) },
  { name: 'each byte in percent', encode: (text) => bytes(text).map(percent).join('') },
  {
    name: 'HTML',
    encode: (text) =>
      text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;'),
  },
  { name: 'HTML in numbers', encode: (text) => [...text].map((c) => `&#${c.codePointAt(0)};`).join('') },
  {
    name: 'HTML in hexadecimals',
    encode: (text) => [...text].map((c) => `&#x${c.codePointAt(0)?.toString(16)};`).join(''),
  },
  { name: 'base64', encode: (text, random) => embedded(text, random, 'base64') },
  { name: 'base64 without padding', encode: (text, random) => embedded(text, random, 'base64').replace(/=+$/, '') },
  { name: 'base64 of URLs', encode: (text, random) => embedded(text, random, 'base64url') },
];

/** A secret through one to three encoders. */
export function spelled(secret: string, random: () => number): { readonly text: string; readonly by: string } {
  const pick = (): Encoder => encoders[Math.floor(random() * encoders.length)] as Encoder;
  const chosen = Array.from({ length: 1 + Math.floor(random() * 3) }, pick);
  const text = chosen.reduce((so, { encode }) => encode(so, random), secret);
  return { text, by: chosen.map(({ name }) => name).join(', then ') };
}

/** RFC 3986: what `encodeURIComponent` leaves of the reserved characters is encoded too. */
export function percentEncode(text: string): string {
  return formEncode(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** As the published SDK writes forms: `!'()*` stay. A lone surrogate, which has no UTF-8, becomes U+FFFD. */
export function formEncode(text: string): string {
  return encodeURIComponent(Buffer.from(text, 'utf8').toString('utf8'));
}

/** Whether `JSON.parse` reads a text: the judge of our own readers. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

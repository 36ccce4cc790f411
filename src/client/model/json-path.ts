/** Recognises JSONPath. Filters and functions, which differ between engines, are not checked. */

const NAME = /\.\.?(?:\*|[^\s.[\]()'"*]+)/y;
const DEEP_BRACKET = /\.\.(?=\[)/y;
const PART =
  /\[(?:\*|'[^']*'(?:\s*,\s*'[^']*')*|"[^"]*"(?:\s*,\s*"[^"]*")*|-?\d*:-?\d*(?::-?\d*)?|-?\d+(?:\s*,\s*-?\d+)*)\]/y;
const CALL = /\(\)$/y;

/** Whether a text is a JSONPath. Linear in the text. Of a filter, `[?…`, only the closing bracket is required. */
export function isJsonPath(text: string): boolean {
  if (!text.startsWith('$')) return false;
  let at = 1;
  while (at < text.length) {
    if (text.startsWith('[?', at)) return text.includes(']', at);
    const end = [NAME, DEEP_BRACKET, PART, CALL].map((form) => endOf(form, text, at)).find((e) => e !== undefined);
    if (end === undefined) return false;
    at = end;
  }
  return true;
}

function endOf(form: RegExp, text: string, at: number): number | undefined {
  form.lastIndex = at;
  return form.test(text) ? form.lastIndex : undefined;
}

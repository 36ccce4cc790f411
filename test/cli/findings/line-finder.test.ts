import { expect, test } from 'vitest';
import { lineFinder } from '../../../src/cli/findings/line-finder.ts';
import { lineColumn } from '../../../src/json.ts';

test.each(['', 'a', 'a\nb', 'a\r\nb\rc\n\nd\r\n', '\n\n\n', '\r\r\n'])(
  'every offset of %j has the place that the core gives it',
  (text) => {
    const find = lineFinder(text);
    for (let offset = 0; offset <= text.length; offset++) expect(find(offset)).toEqual(lineColumn(text, offset));
  },
);

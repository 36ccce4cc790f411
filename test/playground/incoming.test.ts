/** Pasted and dropped text: one event or many. */
import { describe, expect, it } from 'vitest';
import { yamlTexts } from '../../src/playground/later/yaml.ts';
import { eventsIn, pretty, unescaped } from '../../src/playground/state/incoming.ts';

describe('the events of a text', () => {
  it.each<[string, string, readonly string[]]>([
    ['one event', '{"a": 1}', ['{"a": 1}']],
    ['an array', '[{"a":1},{"a":2}]', ['{\n  "a": 1\n}\n', '{\n  "a": 2\n}\n']],
    ['lines of JSON', '{"a":1}\n\n{"a":2}\r\n', ['{\n  "a": 1\n}\n', '{\n  "a": 2\n}\n']],
    ['an array on several lines', '[\n  {\n    "a": 1\n  }\n]', ['{\n  "a": 1\n}']],
    ['JSON in a string', '"{\\"a\\": 1}"', ['{"a": 1}']],
    ['JSON that was escaped', '{\\"a\\": \\"b\\\\n\\"}', ['{"a": "b\\n"}']],
    ['an array that is no list of events', '[1]', ['[1]']],
    ['an empty array', '[]', ['[]']],
    ['text', 'hello', ['hello']],
    ['lines of which one is no event', '{"a":1}\n2', ['{"a":1}\n2']],
  ])('are found in %s', (_, text, events) => {
    expect(eventsIn(text)).toEqual(events);
    expect(eventsIn(text, yamlTexts)).toEqual(events);
  });

  it.each<[string, string, readonly unknown[]]>([
    ['a map', 'source: a\ndata:\n  total: 300.0\n', [{ source: 'a', data: { total: 300 } }]],
    ['a list of maps', '- id: 1\n- id: 2\n', [{ id: 1 }, { id: 2 }]],
    ['documents', 'id: 1\n---\n- id: 2\n- id: 3\n', [{ id: 1 }, { id: 2 }, { id: 3 }]],
  ])('are found in YAML: %s', (_, text, events) => {
    expect(eventsIn(text, yamlTexts).map((one) => JSON.parse(one))).toEqual(events);
    expect(eventsIn(text)).toEqual([text]);
  });
});

describe('the formatted text', () => {
  it('keeps number texts, and existing line breaks', () => {
    expect(pretty('{"a":300.0,"b":[1,{"c":null}],"d":{}}')).toBe(
      '{\n  "a": 300.0,\n  "b": [\n    1,\n    {\n      "c": null\n    }\n  ],\n  "d": {}\n}\n',
    );
    expect(pretty('{"a":\n1}')).toBe('{"a":\n1}');
    expect(pretty('{')).toBe('{');
  });

  it('is not unescaped when it is JSON already', () => {
    expect(unescaped('{"a": "say \\"b\\""}')).toBe('{"a": "say \\"b\\""}');
  });
});

/** The JSON Schema of a baseline. */

export const BASELINE_VERSION = 1;

const text = { type: 'string' };

export const baselineSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['version', 'findings'],
  properties: {
    version: { enum: [BASELINE_VERSION] },
    findings: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['file', 'count'],
        properties: {
          file: text,
          address: text,
          pointer: text,
          code: text,
          count: { type: 'integer', minimum: 1, maximum: Number.MAX_SAFE_INTEGER },
        },
      },
    },
  },
} as const;

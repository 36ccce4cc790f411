import type { Validator } from './schema-words.ts';

export const suite: Validator;

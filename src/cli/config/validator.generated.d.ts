import type { Validator } from '../syntax/schema-check.ts';

export const config: Validator;

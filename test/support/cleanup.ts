/** Run for each file of tests, whether it shares its process with others or not. */
import { afterAll } from 'vitest';
import { removeFolders } from './folders.ts';

afterAll(removeFolders);

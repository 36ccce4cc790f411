/** The documents of tools that are read, in the order in which they are tried. */
import type { Kind } from './kind.ts';
import { pulumi } from './pulumi.ts';
import { ros } from './ros.ts';
import { serverless } from './serverless.ts';
import { terraform, terraformState } from './terraform.ts';
import { terraformJson } from './terraform-json.ts';

export const KINDS: readonly Kind[] = [terraform, terraformState, terraformJson, ros, serverless, pulumi];

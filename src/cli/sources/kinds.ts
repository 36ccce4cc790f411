/** The documents of tools that are read, in the order of the tests. */
import { cloudformation } from './cloudformation.ts';
import type { Kind } from './kind.ts';
import { pack } from './pack.ts';
import { pulumi } from './pulumi.ts';
import { ros } from './ros.ts';
import { serverless } from './serverless.ts';
import { serverlessFramework } from './serverless-framework.ts';
import { terraform, terraformState } from './terraform.ts';
import { terraformHcl } from './terraform-hcl.ts';
import { terraformJson } from './terraform-json.ts';

export const KINDS: readonly Kind[] = [
  pack,
  terraform,
  terraformState,
  terraformHcl,
  terraformJson,
  ros,
  cloudformation,
  serverless,
  serverlessFramework,
  pulumi,
];

/** Files of known tools that are not read, each with the command that makes the file to read instead. */
import type { NamedText } from '../files/source.ts';
import { isProgram } from './endings.ts';

const SHOW = '`terraform show -json plan.bin > plan.json`';

/** The message for a text written by a known tool without a readable pattern; undefined for any other. */
export function wrongFileOf({ name, text }: NamedText): string | undefined {
  if (/\.(?:tfvars|hcl)$/i.test(name)) {
    return `it is a file of Terraform without resources; give the \`.tf\` files, or write \`terraform plan -out plan.bin\`, then ${SHOW}`;
  }
  if (/^\s*\{[^\n]*"@module"\s*:\s*"(?:terraform|tofu)\.ui"/.test(text)) {
    return `it is the log that \`terraform plan -json\` prints, without values; write \`terraform plan -out plan.bin\`, then ${SHOW}`;
  }
  if (isProgram(name) && /\bprovider\b/.test(text) && /\b(?:functions|service)\b/.test(text)) {
    return 'it is a program that makes a configuration of the Serverless Framework, and programs are not run; write `serverless package`, then give `.serverless/cloudformation-template-update-stack.json`';
  }
  const markup = markupOf(text);
  if (markup !== undefined) return markup;
  if (isShown(text)) return `it is what Terraform prints for people; write ${SHOW}`;
  return undefined;
}

/** The kind of reports and pages, with which no pattern and no event begins. */
export function markupOf(text: string): string | undefined {
  if (/^\s*TAP version \d/.test(text)) return 'it is a report in TAP';
  if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return 'it is a page of HTML';
  if (!/^\s*<(?:\?xml|!--|[a-z])/i.test(text)) return undefined;
  return /<testsuites?\b/.test(text.slice(0, HEAD)) ? 'it is a report in the format of JUnit' : 'it is XML';
}

function isShown(text: string): boolean {
  const head = text.slice(0, HEAD).replace(COLORS, '');
  return (
    /^\s*(?:Terraform (?:used the selected providers|will perform)|OpenTofu (?:used|will)|An execution plan has been)/.test(
      head,
    ) || /^[ \t]*# [\w.[\]"-]+:?(?: will be .*)?\r?\n[ \t]*(?:[-+~][ \t]*)?(?:resource|data) "/.test(head)
  );
}

const HEAD = 4096;
// biome-ignore lint/suspicious/noControlCharactersInRegex: Terraform colours what it prints.
const COLORS = /\u001b\[[0-9;]*m/g;

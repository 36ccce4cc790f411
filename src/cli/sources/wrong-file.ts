/** Files of known tools that are not the one to read, each with the command that makes that one. */
import type { Source } from '../read/source.ts';

const SHOW = '`terraform show -json plan.bin > plan.json`';

/** What a text is that a tool wrote and that holds no pattern in a form to read; undefined for any other. */
export function wrongFileOf({ name, text }: Source): string | undefined {
  if (/\.(?:tf|tfvars|hcl)$/i.test(name)) {
    return `it is written in Terraform's own language, which is not read; write \`terraform plan -out plan.bin\`, then ${SHOW}`;
  }
  if (/^\s*\{[^\n]*"@module"\s*:\s*"(?:terraform|tofu)\.ui"/.test(text)) {
    return `it is the log that \`terraform plan -json\` prints, without values; write \`terraform plan -out plan.bin\`, then ${SHOW}`;
  }
  if (isShown(text)) return `it is what Terraform prints for people; write ${SHOW}`;
  return undefined;
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

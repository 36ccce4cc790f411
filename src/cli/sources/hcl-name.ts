/** The file endings of HCL, the language of Terraform and OpenTofu. */

export const HCL_EXTENSIONS = ['tf', 'tofu'] as const;

export function isHclName(name: string): boolean {
  return HCL_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}

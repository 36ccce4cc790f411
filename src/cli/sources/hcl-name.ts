/** The names of files in HCL, Terraform's and OpenTofu's own language. */

export const HCL_EXTENSIONS = ['tf', 'tofu'] as const;

export function isHclName(name: string): boolean {
  return HCL_EXTENSIONS.some((extension) => name.toLowerCase().endsWith(`.${extension}`));
}

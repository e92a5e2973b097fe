/** Address of a rule's page in the documentation that ships with the product; relative, so that no host is baked in. */
export function ruleUrl(id: string): string {
  return `docs/rules/${id}.md`;
}

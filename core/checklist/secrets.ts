/** Whether a value only holds the place of a secret: brackets, an expression, or words that say so. */
export function isPlaceholder(value: string): boolean {
  const text = value.trim();
  if (!text || /^(?:\[.*\]|<.*>|\{.*\}|\(.*\)|@\w+\(.*)$/.test(text)) return true;
  if (/^[x0*#.?_-]+$/i.test(text) || /^\*+[^*]*\*+$/.test(text)) return true;
  if (/dummy|placeholder|replace|change.?me|your|enter|insert|example|sample|todo/i.test(text)) return true;
  // Words in a row, such as CLIENT_SECRET or "the client secret": no secret is spelt like this.
  return /^(?:the |my |a )?(?:app|client|oauth)?[\s_-]*(?:id|secret|key|value)$/i.test(text);
}

/** Secrets that services hand out in a shape of their own, so that they can be told from any other text. */
export const KNOWN_SECRET =
  /\b(?:sk[-_](?:live|test|proj|ant)[-_][\w-]{12,}|(?:AKIA|ASIA)[0-9A-Z]{16}|gh[pousr]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|AIza[\w-]{35}|SG\.[\w-]{16,}\.[\w-]{16,}|eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}|AccountKey=[\w+/]{40,}={0,2})|-----BEGIN [A-Z ]*PRIVATE KEY-----/;

/** Whether a name says that its value is secret. */
export function isSecretName(name: string): boolean {
  const plain = name.toLowerCase().replace(/[\s_.-]/g, "");
  return /(?:password|passwd|clientsecret|apisecret|secretkey|accesstoken|apitoken|bearertoken|authtoken|apikey|privatekey|subscriptionkey)$/.test(
    plain,
  );
}

/** Whether a value under such a name looks like a real one: long enough, without blanks, and letters mixed with digits. */
export function looksRandom(value: string): boolean {
  const text = value.trim().replace(/^(?:bearer|basic|token|apikey)\s+/i, "");
  return text.length >= 12 && !/\s/.test(text) && /\d/.test(text) && /[a-z]/i.test(text) && !isPlaceholder(text);
}

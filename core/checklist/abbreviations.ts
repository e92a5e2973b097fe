/** Abbreviations that are written in capitals. None of them is a word as well, such as IT and US. */
const KNOWN = [
  "AI API APIs BIC CRM CSS CSV DNS EAN ERP FAQ FTP GIF GPS GUID GUIDs HTML HTTP HTTPS IBAN ID IDs IP IPs ISBN ISO",
  "JPG JSON JWT KPI KPIs MFA OCR OTP PDF PDFs PNG QR RSS SDK SFTP SKU SKUs SLA SMS SMTP SQL SSH SSL SSO SVG TLS UID",
  "UPC URI URIs URL URLs URN UTC UUID UUIDs VAT XML",
].flatMap((line) => line.split(" "));

const SPELLING: ReadonlyMap<string, string> = new Map(KNOWN.map((word) => [word.toLowerCase(), word]));

/** How an abbreviation is written: `Url` → `URL`, `ids` → `IDs`; `undefined` for all other words. */
export function abbreviation(word: string): string | undefined {
  return SPELLING.get(word.toLowerCase());
}

const WORD = /[\p{L}\p{N}]+/gu;

/** The words of a text that are abbreviations in another spelling, with where they begin. Capitals throughout are fine. */
export function misspelt(text: string): { readonly word: string; readonly at: number; readonly right: string }[] {
  const found: { word: string; at: number; right: string }[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    const right = abbreviation(word);
    if (right && right !== word && word !== word.toUpperCase()) found.push({ word, at: index, right });
  }
  return found;
}

/** The text with all abbreviations spelt as usual. */
export function spelt(text: string): string {
  return text.replace(WORD, (word) => (word === word.toUpperCase() ? word : (abbreviation(word) ?? word)));
}

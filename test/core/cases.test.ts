import { tmpdir } from "node:os";
import { describe, expect, it } from "vitest";
import { rightBump, rightIds, scoreCases } from "../../scripts/cases.ts";

const scored = scoreCases();
if (!scored) process.stderr.write("Skipped: the labelled pairs are not beside the repository.\n");

describe.skipIf(!scored).each(["default", "strict", "lenient"] as const)(
  "labelled pairs under the preset %s",
  (preset) => {
    const cases = (scored ?? []).filter((each) => each.preset === preset);
    it("get the bump and the set of changes that they are labelled with", () => {
      expect(cases.filter((each) => !(rightBump(each) && rightIds(each)))).toEqual([]);
    });
    it("are silent where both versions say the same", () => {
      const same = cases.filter(({ wanted }) => !wanted.ids.length);
      expect(same.length).toBeGreaterThan(10);
      for (const { id, given } of same) expect({ id, ...given }).toEqual({ id, bump: "none", ids: [] });
    });
  },
);

it("are not missed where they are not there", () => {
  expect(scoreCases(tmpdir())).toBeUndefined();
});

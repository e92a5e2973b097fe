import { describe, expect, it } from "vitest";
import explainLog from "../../client/commands/explain-log.ts";
import waive from "../../client/commands/waive.ts";
import { away, info, stage, uri } from "./support.ts";

const target = {
  uri,
  rule: "op-desc-required",
  range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
};

describe("Waive This Finding…", () => {
  it("asks why, who and how long, and says where the decision is", async () => {
    const { context, sent, log } = stage({}, ["Said elsewhere. ", " dana", "90 days"]);
    await waive.run(context, target);
    expect(sent).toMatchObject([
      { method: "waive", args: [{ ...target, reason: "Said elsewhere.", author: "dana", expires: "2026-05-30" }] },
    ]);
    expect(log.at(-1)).toBe("say op-desc-required is waived here until 2026-05-30. The settings hold the decision.");
    expect(context.store.author).toBe("dana");
  });
  it("has no end where none is wanted", async () => {
    const { context, sent } = stage({}, ["Said elsewhere.", "dana", "Without end"]);
    await waive.run(context, target);
    expect(sent[0]?.args[0]).not.toHaveProperty("expires");
  });
  it.each([
    [["  "], "A waiver without a reason does not count."],
    [["Said elsewhere.", ""], "a waiver without one does not count"],
  ])("takes no empty answer: %j", async (answers, problem) => {
    await expect(waive.run(stage({}, answers).context, target)).rejects.toThrow(problem);
  });
  it("changes nothing when it is left", async () => {
    const { context, sent } = stage({}, ["Said elsewhere.", away]);
    await expect(waive.run(context, target)).rejects.toThrow();
    expect(sent).toEqual([]);
  });
  it("says so when the finding is gone", async () => {
    const { context } = stage({}, ["Said elsewhere.", "dana", "30 days"]);
    await expect(waive.run(context, { ...target, rule: "gone" })).rejects.toThrow("not there any more");
  });
});

describe("Explain Validator Log…", () => {
  it("shows what the copied lines are about", async () => {
    const { context, log } = stage({ connectors: [info()] }, [
      "##[error]One.\n##[error]Two is mended.\n##[error]Three is somewhere.\n",
    ]);
    await explainLog.run(context, { uri });
    expect(log).toEqual([
      "clipboard",
      "mark One., Two is mended., Three is somewhere.",
      `open ${uri}:4`,
      "say 2 entries of the log are among the problems of Tide Tables. One is not found by Patchbay and may be mended already. Three is somewhere. Look elsewhere.",
    ]);
  });
  it("says what to copy where nothing of it was", async () => {
    const { context } = stage({ connectors: [info()] }, ["Lunch?"]);
    await expect(explainLog.run(context, { uri })).rejects.toThrow("Copy the lines of the log");
  });
});

/** What is published again and again: a made-up Power Platform connector, each time with a small change. */
import type { PublishRequest } from "../../core/api/types.ts";
import { madeUp } from "../inputs/index.ts";

const properties = JSON.stringify({
  properties: { connectionParameters: {}, iconBrandColor: "#336699", capabilities: [] },
});

/** A series of publications of about a size: `1.0.0`, then a patch each time, whose description is another one. */
export function publications(size: "median" | "p90"): { kilobytes: number; request: (turn: number) => PublishRequest } {
  const { text } = madeUp("json", size);
  const change = (turn: number) =>
    text.replace(/"description": "([^"]{10,})"/, (_, words: string) => `"description": "${words} Edition ${turn}."`);
  if (change(1) === text) throw new Error("The made-up connector has no description that could be changed.");
  return {
    kilobytes: Math.round(text.length / 1000),
    request: (turn) => ({
      files: [
        { path: "apiDefinition.swagger.json", text: change(turn) },
        { path: "apiProperties.json", text: properties },
      ],
      notes: `Edition ${turn}.`,
    }),
  };
}

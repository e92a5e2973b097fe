/** Everything that the bench can measure, in the order in which it does. */
import type { Measurement } from "../types.ts";
import batch from "./batch.ts";
import burst from "./burst.ts";
import completion from "./completion.ts";
import diff from "./diff.ts";
import keys from "./keys.ts";
import memory from "./memory.ts";
import open from "./open.ts";
import prefixes from "./prefixes.ts";
import registryMove from "./registry-move.ts";
import registryPublish from "./registry-publish.ts";
import registryRead from "./registry-read.ts";
import registryStart from "./registry-start.ts";
import start from "./start.ts";
import yaml from "./yaml.ts";

export const measurements: readonly Measurement[] = [
  keys,
  burst,
  open,
  completion,
  start,
  memory,
  batch,
  diff,
  yaml,
  prefixes,
  registryStart,
  registryPublish,
  registryRead,
  registryMove,
];

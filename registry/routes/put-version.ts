import type { Handler } from "../context.ts";
import { publish } from "../publish.ts";

export const handle: Handler<"putVersion"> = publish;

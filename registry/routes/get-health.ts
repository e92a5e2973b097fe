import type { Handler } from "../context.ts";

export const handle: Handler<"getHealth"> = async () => ({ status: 200, body: { status: "ok" } });

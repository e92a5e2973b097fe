import { openApi } from "../../core/api/openapi.ts";
import type { Handler } from "../context.ts";

const document = openApi();

export const handle: Handler<"getOpenApi"> = async () => ({ status: 200, body: document });

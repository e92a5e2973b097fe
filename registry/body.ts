/** Reads the body of a request as JSON, and no further than the limit. */
import { ProblemError } from "./problem.ts";

/** The body as a value, or the problem that keeps it from being one. */
export async function readBody(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new ProblemError("unsupported-media-type", "The body must be application/json in UTF-8.");
  if (request.headers.has("content-encoding"))
    throw new ProblemError("unsupported-media-type", "The body must not be compressed.");
  const bytes = await readBytes(request, limit);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError("invalid-request", "The body is not UTF-8.");
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError("invalid-request", `The body is no JSON (${reason.slice(0, 200)}).`);
  }
}

async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new ProblemError(
      "too-large",
      `The request is larger than ${Math.floor(limit / 1024 / 1024)} MB. Leave out what the connector does not need.`,
      {},
      // What is still on its way is not read, so the connection cannot serve another request.
      { connection: "close" },
    );
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

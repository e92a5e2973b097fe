/** Reads the body of a request, JSON or a form, and no further than the limit. */
import { ProblemError } from "./problem.ts";

/** The body as a value, or the problem that keeps it from being one. */
export async function readBody(request: Request, limit: number): Promise<unknown> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new ProblemError("unsupported-media-type", "The body must be application/json in UTF-8.");
  if (request.headers.has("content-encoding"))
    throw new ProblemError("unsupported-media-type", "The body must not be compressed.");
  const megabytes = Math.floor(limit / 1024 / 1024);
  const tooLarge = `The request is larger than ${megabytes} MB. Leave out what the connector does not need.`;
  const text = await readText(request, limit, tooLarge);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ProblemError("invalid-request", `The body is no JSON (${reason.slice(0, 200)}).`);
  }
}

/** The fields of a form that a page sends. */
export async function readForm(request: Request, limit: number): Promise<URLSearchParams> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type))
    throw new ProblemError("unsupported-media-type", "The form must be application/x-www-form-urlencoded.");
  return new URLSearchParams(await readText(request, limit, "The form is too long for what it asks."));
}

async function readText(request: Request, limit: number, tooLarge: string): Promise<string> {
  const bytes = await readBytes(request, limit, tooLarge);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError("invalid-request", "The body is not UTF-8.");
  }
}

async function readBytes(request: Request, limit: number, detail: string): Promise<Uint8Array> {
  // What is still on its way is not read, so the connection cannot serve another request.
  const tooLarge = () => new ProblemError("too-large", detail, {}, { connection: "close" });
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

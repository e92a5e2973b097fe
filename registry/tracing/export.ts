/**
 * Sends spans to a collector: OTLP over HTTP as JSON, some at a time. Nobody waits for it. What cannot be sent is dropped, because a
 * registry that remembers all of it while the collector is away would end itself.
 */
import { productVersion } from "../../core/api/version.ts";
import type { FinishedSpan, SpanSink } from "./spans.ts";

export interface ExportSettings {
  /** Where spans are posted to. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly serviceName: string;
}

/** Spans that wait at most, that go in one request, and milliseconds between requests. */
const QUEUE = 2048;
const BATCH = 512;
const PAUSE = 2_000;
/** How long the collector may take, and how long the end of the process waits for it. */
const PATIENCE = 10_000;
const LAST_PATIENCE = 2_000;

export class SpanExporter implements SpanSink {
  private readonly settings: ExportSettings;
  private readonly say: (message: string) => void;
  private readonly timer: NodeJS.Timeout;
  private waiting: FinishedSpan[] = [];
  private sending: Promise<void> | undefined;
  private lost = 0;
  private isAway = false;

  /** `say` hears in a sentence when the collector goes away and when it is back. */
  constructor(settings: ExportSettings, say: (message: string) => void) {
    this.settings = settings;
    this.say = say;
    this.timer = setInterval(() => this.send(PATIENCE), PAUSE).unref();
  }

  add(span: FinishedSpan): void {
    if (this.waiting.length >= QUEUE) this.lost++;
    else this.waiting.push(span);
    if (this.waiting.length >= BATCH) this.send(PATIENCE);
  }

  /** Spans that wait to be sent. */
  get size(): number {
    return this.waiting.length;
  }

  /** Sends what is left, if the collector takes it soon. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    const end = Date.now() + LAST_PATIENCE;
    while ((this.waiting.length > 0 || this.sending) && Date.now() < end) {
      this.send(end - Date.now());
      await Promise.race([this.sending, new Promise((resolve) => setTimeout(resolve, end - Date.now()).unref())]);
    }
  }

  private send(patience: number): void {
    if (this.sending || this.waiting.length === 0) return;
    const batch = this.waiting.slice(0, BATCH);
    this.waiting = this.waiting.slice(BATCH);
    this.sending = this.post(batch, patience).then((problem) => {
      this.sending = undefined;
      this.tell(problem, batch.length);
    });
  }

  /** Posts a batch; gives what went wrong. */
  private async post(batch: readonly FinishedSpan[], patience: number): Promise<string | undefined> {
    const { url, headers, serviceName } = this.settings;
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json" },
        body: JSON.stringify(payload(batch, serviceName)),
        redirect: "error",
        signal: AbortSignal.timeout(patience),
      });
      await response.body?.cancel();
      return response.ok ? undefined : `it answered with status ${response.status}`;
    } catch (error) {
      const code = (error as { cause?: { code?: unknown } }).cause?.code;
      return typeof code === "string" ? code : (error as Error).name;
    }
  }

  /** Says once that spans get lost, and once that they do not any more. */
  private tell(problem: string | undefined, count: number): void {
    if (problem !== undefined) {
      this.lost += count;
      if (!this.isAway)
        this.say(`The collector of traces takes nothing (${problem}). Spans are dropped until it does.`);
      this.isAway = true;
    } else if (this.lost > 0) {
      this.say(`The collector of traces takes spans again; ${this.lost} were dropped.`);
      this.isAway = false;
      this.lost = 0;
    }
  }
}

/** Spans as OTLP has them in JSON. */
function payload(spans: readonly FinishedSpan[], serviceName: string): object {
  const resource = {
    "service.name": serviceName,
    "service.version": productVersion,
    "process.pid": process.pid,
  };
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf(resource) },
        scopeSpans: [{ scope: { name: "patchbay", version: productVersion }, spans: spans.map(spanOf) }],
      },
    ],
  };
}

function spanOf({ traceId, spanId, parentId, name, kind, start, end, attributes, failed }: FinishedSpan): object {
  return {
    traceId,
    spanId,
    ...(parentId !== undefined && { parentSpanId: parentId }),
    name,
    kind,
    startTimeUnixNano: String(start),
    endTimeUnixNano: String(end),
    attributes: attributesOf(attributes),
    status: failed ? { code: 2 } : {},
  };
}

function attributesOf(values: Readonly<Record<string, string | number>>): object[] {
  return Object.entries(values).map(([key, value]) => ({
    key,
    value: typeof value === "string" ? { stringValue: value } : { intValue: String(value) },
  }));
}

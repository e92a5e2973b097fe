/**
 * Spans: what was done within a request, and for how long. Whatever runs within a piece of work finds its span by itself, so that nothing
 * has to be handed through; where nobody wants traces, nothing is looked up and nothing is kept.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { randomBytes } from "node:crypto";

/** As OpenTelemetry numbers them. */
export const spanKind = { internal: 1, server: 2, client: 3 } as const;
export type SpanKind = (typeof spanKind)[keyof typeof spanKind];

/** Where a span stands among all of them. */
export interface SpanPlace {
  readonly traceId: string;
  readonly spanId: string;
  readonly isSampled: boolean;
}

/** A span that is over, with times in nanoseconds since 1970. */
export interface FinishedSpan extends SpanPlace {
  readonly parentId: string | undefined;
  readonly name: string;
  readonly kind: SpanKind;
  readonly start: bigint;
  readonly end: bigint;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly failed: boolean;
}

/** Where finished spans go. Whatever happens there is nobody's trouble here. */
export interface SpanSink {
  add(span: FinishedSpan): void;
}

/** A span that is still going on. */
export class Span implements SpanPlace {
  readonly traceId: string;
  readonly spanId = randomBytes(8).toString("hex");
  readonly isSampled: boolean;
  name: string;
  failed = false;
  readonly attributes: Record<string, string | number> = {};

  constructor(name: string, { traceId, isSampled }: Pick<SpanPlace, "traceId" | "isSampled">) {
    this.name = name;
    this.traceId = traceId;
    this.isSampled = isSampled;
  }
}

interface Active {
  readonly tracer: Tracer;
  readonly span: Span | undefined;
}
const active = new AsyncLocalStorage<Active>();

/** Begins spans, and hands them on when they are over. */
export class Tracer {
  private readonly sink: SpanSink;
  private readonly ratio: number;

  /** `ratio` of the traces that begin here are kept; those that began elsewhere are kept if they are kept there. */
  constructor(sink: SpanSink, ratio: number) {
    this.sink = sink;
    this.ratio = ratio;
  }

  /** Runs work that is no span itself, but in which spans may begin; timers that it sets belong to it. */
  enter<T>(work: () => T): T {
    return active.run({ tracer: this, span: undefined }, work);
  }

  /** Runs work as a span, below a parent or as the first one of a trace. */
  async run<T>(
    name: string,
    kind: SpanKind,
    parent: SpanPlace | undefined,
    work: (span: Span) => Promise<T>,
  ): Promise<T> {
    const place = parent ?? { traceId: randomBytes(16).toString("hex"), isSampled: Math.random() < this.ratio };
    const span = new Span(name, place);
    const start = nanoseconds();
    try {
      return await active.run({ tracer: this, span }, () => work(span));
    } catch (error) {
      span.failed = true;
      throw error;
    } finally {
      const { traceId, spanId, isSampled, attributes, failed } = span;
      if (isSampled)
        this.sink.add({
          ...{ traceId, spanId, isSampled, attributes, failed, kind, start },
          parentId: parent?.spanId,
          name: span.name,
          end: nanoseconds(),
        });
    }
  }
}

/** Runs work as a span below the one that goes on; as it is where there are no traces. */
export function withSpan<T>(name: string, kind: SpanKind, work: (span: Span | undefined) => Promise<T>): Promise<T> {
  const here = active.getStore();
  return here ? here.tracer.run(name, kind, here.span, work) : work(undefined);
}

/** Like `withSpan`, but only below another span: what is done again and again by itself makes no traces. */
export function withInnerSpan<T>(
  name: string,
  kind: SpanKind,
  work: (span: Span | undefined) => Promise<T>,
): Promise<T> {
  return active.getStore()?.span ? withSpan(name, kind, work) : work(undefined);
}

/** The trace that goes on, for a line of the log. */
export function traceId(): string | undefined {
  return active.getStore()?.span?.traceId;
}

/** The header that passes the trace on to whoever is asked next (W3C Trace Context); none where there is no trace. */
export function traceHeaders(): Record<string, string> {
  const span = active.getStore()?.span;
  return span ? { traceparent: `00-${span.traceId}-${span.spanId}-${span.isSampled ? "01" : "00"}` } : {};
}

/** The span of whoever asks, from its header; nothing where that is none. */
export function readTraceparent(header: string | undefined): SpanPlace | undefined {
  const [, version = "", traceId = "", spanId = "", flags = "", more] =
    /^([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})(-.*)?$/.exec(header ?? "") ?? [];
  // A later version may say more behind; version ff never is one, and zeros name nothing.
  if (!traceId || version === "ff" || (version === "00" && more !== undefined)) return undefined;
  if (/^0+$/.test(traceId) || /^0+$/.test(spanId)) return undefined;
  return { traceId, spanId, isSampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

function nanoseconds(): bigint {
  return BigInt(Math.round((performance.timeOrigin + performance.now()) * 1000)) * 1000n;
}

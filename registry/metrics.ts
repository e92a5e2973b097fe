/** What the process counts, and the text in which Prometheus reads it (text format 0.0.4). */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { productVersion } from "../core/api/version.ts";

/** Upper ends of the buckets of durations, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;
const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]);

type Labels = Readonly<Record<string, string>>;
interface Sample {
  /** What follows the family's name: `_bucket`, `_sum`, `_count` of a histogram. */
  readonly suffix?: string;
  readonly labels?: Labels;
  readonly value: number;
}
interface Family {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  readonly help: string;
  readonly samples: readonly Sample[];
}

/** What was done with an answered request. */
export interface Answered {
  /** Name of the route; `page` for pages, `none` where there is none. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

/** Numbers that stand in the store. */
export interface StoreNumbers {
  readonly waiting: number;
  readonly dead: number;
}

/** Counts since the start of the process. Labels come from the code, so that strangers cannot make them grow. */
export class Metrics {
  private readonly requests = new Counter();
  private readonly publications = new Counter();
  private readonly durations = new Map<string, { buckets: number[]; sum: number; count: number }>();
  private readonly lag = monitorEventLoopDelay({ resolution: 20 });

  constructor() {
    this.lag.enable();
  }

  answered({ route, method, status, seconds }: Answered): void {
    this.requests.add({ route, method: METHODS.has(method) ? method : "other", status: String(status) });
    let known = this.durations.get(route);
    if (!known) {
      known = { buckets: BUCKETS.map(() => 0), sum: 0, count: 0 };
      this.durations.set(route, known);
    }
    known.sum += seconds;
    known.count++;
    const bucket = BUCKETS.findIndex((end) => seconds <= end);
    if (bucket >= 0) known.buckets[bucket]!++;
  }

  /** `created`, `unchanged`, `dry-run`, or the code of the problem that it ended with. */
  published(outcome: string): void {
    this.publications.add({ outcome });
  }

  /** Everything as text. The numbers of the store are left out where it does not answer. The lag is that since the last time. */
  text(store: StoreNumbers | undefined): string {
    const families: Family[] = [
      gauge("patchbay_info", "The version that runs; always 1.", [{ labels: { version: productVersion }, value: 1 }]),
      counter("patchbay_http_requests_total", "Answered requests.", this.requests.samples()),
      {
        name: "patchbay_http_request_duration_seconds",
        type: "histogram",
        help: "Time from a request to its answer.",
        samples: [...this.durations].flatMap(([route, known]) => histogram({ route }, known)),
      },
      counter(
        "patchbay_publications_total",
        "Publications that were asked for, by what became of them.",
        this.publications.samples(),
      ),
      gauge("patchbay_store_up", "Whether the store answers.", [{ value: store ? 1 : 0 }]),
      ...(store
        ? [
            gauge("patchbay_outbox_waiting", "Events and deliveries that are still to be sent.", [
              { value: store.waiting },
            ]),
            gauge("patchbay_outbox_dead", "Deliveries that were given up.", [{ value: store.dead }]),
          ]
        : []),
      ...this.process(),
    ];
    this.lag.reset();
    return families.map(write).join("");
  }

  private process(): Family[] {
    const { rss, heapUsed } = process.memoryUsage();
    const { user, system } = process.cpuUsage();
    const lag = [
      { labels: { quantile: "0.5" }, value: this.lag.percentile(50) },
      { labels: { quantile: "0.99" }, value: this.lag.percentile(99) },
      { labels: { quantile: "1" }, value: this.lag.max },
    ].map(({ labels, value }) => ({ labels, value: value / 1e9 }));
    return [
      gauge("process_resident_memory_bytes", "Memory of the process.", [{ value: rss }]),
      gauge("nodejs_heap_size_used_bytes", "Memory of its JavaScript.", [{ value: heapUsed }]),
      counter("process_cpu_seconds_total", "Processor time.", [{ value: (user + system) / 1e6 }]),
      gauge("process_start_time_seconds", "When it started, in seconds since 1970.", [
        { value: performance.timeOrigin / 1000 },
      ]),
      gauge("patchbay_event_loop_lag_seconds", "How late timers were since these numbers were last read.", lag),
    ];
  }
}

/** A number for each set of labels. */
class Counter {
  private readonly values = new Map<string, { labels: Labels; value: number }>();

  add(labels: Labels): void {
    const key = JSON.stringify(labels);
    const known = this.values.get(key);
    if (known) known.value++;
    else this.values.set(key, { labels, value: 1 });
  }

  samples(): Sample[] {
    return [...this.values.values()].map(({ labels, value }) => ({ labels, value }));
  }
}

function histogram(
  labels: Labels,
  { buckets, sum, count }: { buckets: number[]; sum: number; count: number },
): Sample[] {
  let total = 0;
  const ends = BUCKETS.map((end, index) => {
    total += buckets[index] ?? 0;
    return { suffix: "_bucket", labels: { ...labels, le: String(end) }, value: total };
  });
  return [
    ...ends,
    { suffix: "_bucket", labels: { ...labels, le: "+Inf" }, value: count },
    { suffix: "_sum", labels, value: sum },
    { suffix: "_count", labels, value: count },
  ];
}

function gauge(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, type: "gauge", help, samples };
}

function counter(name: string, help: string, samples: readonly Sample[]): Family {
  return { name, type: "counter", help, samples };
}

function write({ name, type, help, samples }: Family): string {
  const lines = samples.map(({ suffix = "", labels = {}, value }) => {
    const pairs = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/[\\"\n]/g, marked)}"`);
    return `${name}${suffix}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${Number.isFinite(value) ? value : 0}\n`;
  });
  return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
}

function marked(char: string): string {
  return char === "\n" ? "\\n" : `\\${char}`;
}

/** Whether traces are wanted, and where they go: the settings that OpenTelemetry gives all programs. */
import type { Settings } from "../settings.ts";
import type { ExportSettings } from "./export.ts";

export interface TraceSettings extends ExportSettings {
  /** Of the traces that begin here, so many are kept: 0 to 1. */
  readonly ratio: number;
}

/** What an operator says of traces; nothing where none are wanted, a sentence where it cannot be so. */
export function readTracing(settings: Settings): TraceSettings | undefined | string {
  const base = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  const url = settings.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT ?? (base && `${base.replace(/\/+$/, "")}/v1/traces`);
  if (!url || settings.OTEL_SDK_DISABLED === "true") return undefined;
  const headers = readHeaders(settings.OTEL_EXPORTER_OTLP_HEADERS ?? "");
  if (!headers) return "OTEL_EXPORTER_OTLP_HEADERS cannot be read. Write names and values like api-key=…,tenant=….";
  return {
    url,
    headers,
    serviceName: settings.OTEL_SERVICE_NAME ?? "patchbay-registry",
    ratio: Number(settings.OTEL_TRACES_SAMPLER_ARG ?? 1),
  };
}

function readHeaders(text: string): Record<string, string> | undefined {
  const headers: Record<string, string> = {};
  for (const part of text.split(",").filter((each) => each.trim() !== "")) {
    const [, name, value = ""] = /^\s*([\w.-]+)\s*=\s*([\x21-\x7e][\x20-\x7e]*?)\s*$/.exec(part) ?? [];
    if (name === undefined) return undefined;
    try {
      headers[name] = decodeURIComponent(value);
    } catch {
      return undefined;
    }
  }
  return headers;
}

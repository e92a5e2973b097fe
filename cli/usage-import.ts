/** Usage from logs: calls of one line each, or counted already, added up by day and sent as reports that count once. */
import { createHash } from "node:crypto";
import type { UsageReport } from "../core/api/types.ts";
import { UsageError } from "./command.ts";

type Calls = NonNullable<UsageReport["calls"]>[number];

/** So many lines of calls go into one report. */
const PER_REPORT = 5_000;
const columns = ["enterprise", "connector", "version", "operation"] as const;

/**
 * Reads a log: lines of JSON, or CSV with a head. Every line has `enterprise`, `connector`, `version`, `operation`, a `day` or a
 * `time`, and `calls` (1 if absent). The number of the line stands in what is said of a wrong one.
 */
export function readUsageLog(text: string): Calls[] {
  const lines = text.split(/\r?\n/);
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0)
    throw new UsageError("The file is empty. It needs a line for each call, as JSON or as CSV with a head.");
  const isJson = lines[first]!.trimStart().startsWith("{");
  const head = isJson ? [] : cells(lines[first]!).map((cell) => cell.trim().toLowerCase());
  const sums = new Map<string, Calls>();
  for (let at = isJson ? first : first + 1; at < lines.length; at++) {
    const line = lines[at]!;
    if (line.trim() === "") continue;
    const record = isJson
      ? readJson(line, at + 1)
      : Object.fromEntries(cells(line).map((cell, i) => [head[i] ?? "", cell]));
    const call = callOf(record, at + 1);
    const key = JSON.stringify([call.day, ...columns.map((column) => call[column])]);
    const known = sums.get(key);
    if (known) known.calls += call.calls;
    else sums.set(key, call);
  }
  return [...sums.values()];
}

/** The reports for a log. Their source names the content, so that the same file counts once, however often it is imported. */
export function usageReports(text: string, isExample = false): UsageReport[] {
  const calls = readUsageLog(text);
  const source = `import ${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  const reports: UsageReport[] = [];
  for (let at = 0; at < calls.length; at += PER_REPORT)
    reports.push({
      source,
      sequence: reports.length + 1,
      ...(isExample && { example_data: true }),
      calls: calls.slice(at, at + PER_REPORT),
    });
  return reports;
}

function callOf(record: Readonly<Record<string, unknown>>, line: number): Calls {
  const text = (name: string) => String(record[name] ?? "").trim();
  for (const column of columns)
    if (text(column) === "")
      throw new UsageError(`Line ${line} has no ${column}. Every line needs ${columns.join(", ")} and a day.`);
  const day = /^\d{4}-\d{2}-\d{2}(?=$|T| )/.exec(text("day") || text("time"))?.[0];
  if (day === undefined || Number.isNaN(Date.parse(day)))
    throw new UsageError(`Line ${line} has no day. Give day (2031-03-01) or time (2031-03-01T12:00:00Z).`);
  const calls = text("calls") === "" ? 1 : Number(text("calls"));
  if (!Number.isSafeInteger(calls) || calls < 0)
    throw new UsageError(`Line ${line}: ${JSON.stringify(text("calls"))} is no number of calls. Give a whole number.`);
  return {
    enterprise: text("enterprise"),
    connector: text("connector"),
    version: text("version"),
    operation: text("operation"),
    day,
    calls,
  };
}

function readJson(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw new UsageError(`Line ${number} is no JSON object. A log has one object on each line.`);
}

/** The cells of a line of CSV; a cell in quotes may hold commas, and two quotes for one. */
function cells(line: string): string[] {
  const found: string[] = [];
  for (const [, quoted, bare] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g))
    found.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
  return found;
}

/** What Linux knows of processes: CPU time to the nanosecond, memory, and the CPU of those that have ended. */
import { readdirSync, readFileSync } from "node:fs";

function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    // Threads and processes come and go while they are counted.
    return "";
  }
}
function threads(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}
/** A process and everything that it started. */
function tree(pid: number): number[] {
  const children = threads(pid).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(" ").filter(Boolean),
  );
  return [pid, ...children.flatMap((child) => tree(Number(child)))];
}

/** Whether this system tells what the bench needs. */
export const countsCpu = read(`/proc/${process.pid}/schedstat`) !== "";

/** Milliseconds of CPU that the process tree has used since it began, over all threads. */
export function cpuOf(pid: number): number {
  let nanoseconds = 0;
  for (const each of tree(pid))
    for (const thread of threads(each))
      nanoseconds += Number(read(`/proc/${each}/task/${thread}/schedstat`).split(" ")[0] ?? 0);
  return nanoseconds / 1e6;
}

/** Megabytes (2^20) of resident memory of the process tree, now and at its highest. */
export function memoryOf(pid: number): { now: number; peak: number } {
  let now = 0;
  let peak = 0;
  for (const each of tree(pid)) {
    const status = read(`/proc/${each}/status`);
    now += Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    peak += Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0);
  }
  return { now: now / 1024, peak: peak / 1024 };
}

/**
 * Milliseconds of CPU of all processes that were started here, with what they started, and have ended. In steps of a clock tick
 * (10 ms), which is fine for what takes a second.
 */
export function cpuOfEnded(): number {
  const fields = read("/proc/self/stat")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[13]) + Number(fields[14])) * 10;
}

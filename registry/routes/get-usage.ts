import { addDays } from "../../core/lifecycle/dates.ts";
import { authorise, subjectOf, visibleConnector } from "../authorise.ts";
import type { Handler } from "../context.ts";
import {
  callsByDay,
  connectionsByVersion,
  listUsers,
  orchestrations,
  sumCalls,
  summariseUsage,
} from "../store/usage.ts";
import { usageView } from "../views.ts";

export const handle: Handler<"getUsage"> = async ({ params, caller }, context) =>
  context.store.read(async (tx) => {
    const row = await visibleConnector(tx, caller, params, context);
    authorise(caller, "usage_own", await subjectOf(tx, caller, row), context);
    const view = usageView(caller, row, context);
    const now = context.now();
    const day = (back: number) => addDays(now, -back).slice(0, 10);
    const since = day(29);
    const summary = (await summariseUsage(tx, [row.id], view)).get(row.id);
    const users = await listUsers(tx, row.id, view);
    const byDay = await callsByDay(tx, row.id, view, since);
    const byVersion = await connectionsByVersion(tx, row.id, view);
    const versionCalls = await sumCalls(tx, row.id, view, since, "version");
    const operationCalls = await sumCalls(tx, row.id, view, since, "operation");
    const used = await orchestrations(tx, row.id, view);
    const sum = (from: string) =>
      byDay.filter((each) => each.day >= from).reduce((total, each) => total + each.calls, 0);
    const versions = [...new Set([...byVersion.map(({ version }) => version), ...versionCalls.keys()])];
    const operations = [...new Set([...operationCalls.keys(), ...used.byOperation.keys()])];
    return {
      status: 200,
      body: {
        connector: row.id,
        view: view === undefined ? "all" : "own",
        example_data: (summary?.example_data ?? false) || byDay.some(({ example }) => example === 1),
        enterprises: users.length,
        enterprise_names: view === undefined ? users : [],
        active_connections: summary?.active_connections ?? 0,
        orchestrations: used.total,
        calls_7_days: sum(day(6)),
        calls_30_days: sum(since),
        by_version: versions
          .map((version) => {
            const known = byVersion.find((each) => each.version === version);
            return {
              version,
              enterprises: known?.enterprises ?? 0,
              active_connections: known?.active_connections ?? 0,
              calls_30_days: versionCalls.get(version) ?? 0,
            };
          })
          .sort((a, b) => b.version.localeCompare(a.version, "en", { numeric: true })),
        by_operation: operations
          .map((operation) => ({
            operation,
            orchestrations: used.byOperation.get(operation) ?? 0,
            calls_30_days: operationCalls.get(operation) ?? 0,
          }))
          .sort(
            (a, b) =>
              b.calls_30_days - a.calls_30_days ||
              b.orchestrations - a.orchestrations ||
              (a.operation < b.operation ? -1 : 1),
          ),
        by_day: byDay.map(({ day: on, version, calls }) => ({ day: on, version, calls })),
      },
    };
  });

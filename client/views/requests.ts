import type { FindingInfo } from "../../core/api/types.ts";
import type { Impact } from "../../core/api/usage-types.ts";
import type { RegistryClient, ReviewDetail, ReviewInfo } from "../shell/ports.ts";
import { requestText } from "../shell/request-texts.ts";
import { ago, count } from "../shell/versions.ts";
import { changesByOperation, colorOf } from "./changes.ts";
import { severityIcon } from "./checklist.ts";
import { type Node, type Row, type View, type ViewContext, withoutRegistry } from "./view.ts";

/** For how many days a decided request is still listed. */
const remembered = 30;

const view: View = {
  id: "patchbay.requests",
  name: "Requests",
  icon: "git-pull-request",
  welcome: [
    ...withoutRegistry,
    {
      when: "patchbay.registry == ok",
      text: "No request waits. What you may not publish yourself can be submitted for review.",
      buttons: [{ title: "Submit for Review…", command: "patchbay.submitForReview" }],
    },
  ],
  refreshOn: ["registry"],
  badge({ store: { waiting } }) {
    if (waiting === 0) return undefined;
    return { value: waiting, tooltip: `${count(waiting, "request waits", "requests wait")} for your decision` };
  },
  async roots(context) {
    const { registry, store, now } = context;
    if (!registry.active()) return [];
    const client = await registry.connect();
    const { waiting, sent, decided } = await client.requests(new Date(now().getTime() - remembered * 86_400_000));
    store.waiting = waiting.length;
    const groups: [string, string, string, readonly ReviewInfo[]][] = [
      ["waiting", "Waiting for you", "inbox", waiting],
      ["sent", "Sent by you", "arrow-up", sent],
      ["decided", `Decided in the last ${remembered} days`, "history", decided],
    ];
    return groups
      .filter(([, , , reviews]) => reviews.length > 0)
      .map(([id, label, icon, reviews]) => ({
        row: {
          id: `requests/${id}`,
          label,
          description: String(reviews.length),
          icon,
          expand: id === "decided" ? ("closed" as const) : ("open" as const),
          kind: "group",
          spoken: `${label}: ${count(reviews.length, "request")}`,
        },
        children: () => reviews.map((review) => requestNode(context, client, review)),
      }));
  },
};
export default view;

const stateIcon: Record<ReviewInfo["state"], Pick<Row, "icon" | "color">> = {
  pending: { icon: "git-pull-request" },
  approved: { icon: "pass", color: "testing.iconPassed" },
  rejected: { icon: "error", color: "problemsErrorIcon.foreground" },
  withdrawn: { icon: "circle-slash" },
};

/** `publication for everybody · minor · ada, 2 days ago`, and how it ended. */
export function describeRequest(review: ReviewInfo, now: Date): string {
  const { kind, scope, state, bump, requested_by, requested_at, decided_by, decided_at } = review;
  const what = kind === "promotion" ? kind : scope === "global" ? `${kind} for everybody` : kind;
  const step = kind === "promotion" ? "" : (bump ?? "first");
  const who =
    state === "pending"
      ? `${requested_by}, ${ago(requested_at, now)}`
      : `${state} by ${decided_by}, ${ago(decided_at ?? "", now)}`;
  return [what, step, who].filter(Boolean).join(" · ");
}

function requestNode({ now }: ViewContext, client: RegistryClient, review: ReviewInfo): Node {
  const { id, name, version, state, may_decide, may_withdraw, connector, message, reason } = review;
  const description = describeRequest(review, now());
  return {
    row: {
      id: `request/${id}`,
      label: `${name} ${version}`,
      description,
      ...stateIcon[state],
      kind: ["request", may_decide ? "decide" : "", may_withdraw ? "withdraw" : ""].filter(Boolean).join(" "),
      target: { review: id, id: connector, name },
      expand: "closed",
      tooltip: [`${name} ${version}`, connector, description, message, reason ?? ""].filter(Boolean).join("\n\n"),
      spoken: `${name} ${version}, ${description}`,
    },
    children: async () => detailNodes(await client.request(id)),
  };
}

/** What whoever decides wants to see, in the order in which it is looked at. */
function detailNodes(review: ReviewDetail): Node[] {
  const { id, message, reason, state, notes, migration_guide } = review;
  const said = (key: string, label: string, icon: string): Node => ({
    row: { id: `${id}/${key}`, label, icon, kind: "note", tooltip: label },
  });
  const text = (name: string): Node => ({
    row: {
      id: `${id}/${name}`,
      label: name.replace(/\.md$/, ""),
      icon: "book",
      kind: "requestText",
      click: "patchbay.openRequestFile",
      target: { review: id, path: requestText(id, name) },
    },
  });
  return [
    ...(message ? [said("message", message, "comment")] : []),
    ...(reason ? [said("reason", `${state}: ${reason}`, "comment-discussion")] : []),
    changes(review),
    findings(review),
    ...(review.impact ? [impact(id, review.impact)] : []),
    ...(notes ? [text("Release notes.md")] : []),
    ...(migration_guide ? [text("Migration guide.md")] : []),
    files(review),
  ];
}

function changes({ id, kind, verdict, required_bump, bump }: ReviewDetail): Node {
  const { baseline, changes } = verdict;
  if (!baseline)
    return {
      row: {
        id: `${id}/changes`,
        label: kind === "promotion" ? "Nothing changes but who sees it" : "First version",
        icon: "info",
        kind: "note",
      },
    };
  const needed = required_bump ?? "none";
  return {
    row: {
      id: `${id}/changes`,
      label: `${count(changes.length, "change")} since ${baseline}`,
      description: `needs ${needed}${bump && bump !== needed ? `, takes ${bump}` : ""}`,
      icon: "list-tree",
      ...colorOf(needed),
      kind: "group",
      ...(changes.length > 0 && { expand: needed === "major" ? ("open" as const) : ("closed" as const) }),
    },
    children: () =>
      changesByOperation(
        changes,
        ({ old, new: after }) => {
          const place = after ?? old;
          return place
            ? {
                click: "patchbay.compareRequest",
                target: { review: id, path: place.file, ...(after && { range: after.range }) },
              }
            : {};
        },
        `${id}/`,
      ),
  };
}

const graveFirst: readonly FindingInfo["severity"][] = ["error", "warning", "info", "hint"];

function findings({ id, verdict }: ReviewDetail): Node {
  const sorted = [...verdict.findings].sort(
    (a, b) => graveFirst.indexOf(a.severity) - graveFirst.indexOf(b.severity) || a.file.localeCompare(b.file),
  );
  const row: Row = { id: `${id}/findings`, label: "No findings", icon: "checklist", kind: "group" };
  const [worst] = sorted;
  if (!worst) return { row: { ...row, icon: "pass", color: "testing.iconPassed" } };
  return {
    row: { ...row, label: count(sorted.length, "finding"), ...severityIcon[worst.severity], expand: "closed" },
    children: () =>
      sorted.map(({ severity, message, file, range, rule }, index) => ({
        row: {
          id: `${id}/finding/${index}`,
          label: message,
          description: `${file}, line ${range.start.line + 1}`,
          tooltip: `${message}\n\n${rule}`,
          ...severityIcon[severity],
          kind: "requestFinding",
          click: "patchbay.compareRequest",
          target: { review: id, path: file, range },
          spoken: `${severity}: ${message}`,
        },
      })),
  };
}

function impact(id: string, { breaking, enterprises, enterprises_hit, orchestrations_hit, hit }: Impact): Node {
  const label =
    breaking === 0
      ? `Nothing breaks for ${count(enterprises, "enterprise")}`
      : `Breaks something for ${count(enterprises_hit, "enterprise")} of ${enterprises}`;
  return {
    row: {
      id: `${id}/impact`,
      label,
      description: breaking === 0 ? "" : count(orchestrations_hit, "orchestration"),
      icon: "organization",
      kind: "group",
      ...(hit.length > 0 && { expand: "closed" as const }),
    },
    children: () =>
      hit.map(({ enterprise, active_connections, operations }) => ({
        row: {
          id: `${id}/impact/${enterprise}`,
          label: enterprise,
          description: [count(active_connections, "connection"), operations.join(", ")].filter(Boolean).join(" · "),
          icon: "plug",
          kind: "figure",
        },
      })),
  };
}

function files({ id, files }: ReviewDetail): Node {
  return {
    row: {
      id: `${id}/files`,
      label: count(files.length, "file"),
      icon: "files",
      kind: "group",
      expand: "closed",
    },
    children: () =>
      files.map(({ path }) => ({
        row: {
          id: `${id}/file/${path}`,
          label: path,
          icon: "file",
          kind: "requestFile",
          click: "patchbay.compareRequest",
          target: { review: id, path },
        },
      })),
  };
}

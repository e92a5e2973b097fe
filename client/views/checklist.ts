import type { ConnectorInfo, WireFinding, WireSection } from "../../core/api/language.ts";
import { blockers } from "../shell/store.ts";
import { comparedWith, count } from "../shell/versions.ts";
import { type Node, type Row, type View, withoutConnector } from "./view.ts";

export const severityIcon: Record<WireFinding["severity"], Pick<Row, "icon" | "color">> = {
  error: { icon: "error", color: "problemsErrorIcon.foreground" },
  warning: { icon: "warning", color: "problemsWarningIcon.foreground" },
  info: { icon: "info", color: "problemsInfoIcon.foreground" },
  hint: { icon: "lightbulb" },
};

const order = ["error", "warning", "info", "hint"];

const view: View = {
  id: "patchbay.checklist",
  name: "Checklist",
  icon: "checklist",
  welcome: [withoutConnector],
  refreshOn: ["connector"],
  description: ({ store }) => store.active?.name,
  badge({ store }) {
    const value = blockers(store.active);
    if (value === 0) return undefined;
    return { value, tooltip: `${count(value, "thing blocks", "things block")} publishing ${store.active?.name}` };
  },
  async roots({ store }) {
    const info = store.active;
    if (!info) return [];
    const sections = info.sections.filter(({ total }) => total > 0).map((one) => section(info, one));
    return [{ row: summary(info) }, ...sections, ...(info.attestations.length ? [besides(info)] : [])];
  },
};
export default view;

/** The top line: may it be published, and as what. */
export function summary(info: ConnectorInfo): Row {
  const errors = blockers(info);
  const tooltip = info.verdict
    ? `Compared with ${comparedWith(info.verdict)}`
    : "It was not published yet, so it begins with 1.0.0";
  if (errors > 0)
    return {
      id: "summary",
      label: `${count(errors, "thing blocks", "things block")} publishing`,
      tooltip,
      ...severityIcon.error,
      kind: "summary",
    };
  if (info.verdict && info.verdict.bump === "none" && info.verdict.changes.length === 0)
    return {
      id: "summary",
      label: `No changes since ${info.verdict.baseline}`,
      icon: "pass",
      color: "testing.iconPassed",
      kind: "summary",
      tooltip,
    };
  const bump = info.verdict ? (info.verdict.bump === "none" ? "patch" : info.verdict.bump) : "first";
  return {
    id: "summary",
    label: `Ready to publish as ${info.next} (${bump})`,
    icon: "pass-filled",
    color: "testing.iconPassed",
    kind: "ready",
    click: "patchbay.publish",
    target: { uri: info.uri },
    tooltip,
  };
}

function section(info: ConnectorInfo, { section: id, title, total, passed }: WireSection): Node {
  const findings = info.findings
    .filter((finding) => finding.section === id)
    .sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || a.range.start.line - b.range.start.line);
  const worst = findings.find(({ settled }) => !settled)?.severity;
  const bad = worst === "error" || worst === "warning";
  const row: Row = {
    id: `section/${id}`,
    label: `${title} ${passed}/${total}`,
    ...(bad ? severityIcon[worst] : { icon: "pass", color: "testing.iconPassed" }),
    spoken: `${title}: ${passed} of ${total} are fine${bad ? `, ${count(findings.length, "finding")}` : ""}`,
    kind: "section",
  };
  if (findings.length === 0) return { row };
  row.expand = worst === "error" ? "open" : "closed";
  return { row, children: () => findings.map(findingNode) };
}

/** What no file can show. It keeps nobody from publishing to a registry of one's own. */
function besides({ attestations }: ConnectorInfo): Node {
  const done = attestations.filter(({ attested_by }) => attested_by !== "").length;
  return {
    row: {
      id: "section/besides",
      label: `For the submission ${done}/${attestations.length}`,
      icon: done === attestations.length ? "pass" : "account",
      ...(done === attestations.length && { color: "testing.iconPassed" }),
      tooltip: "What no file can show. Write under attested in .patchbay.yaml what you have made sure of.",
      spoken: `For the submission: ${done} of ${attestations.length} are attested`,
      kind: "section",
      expand: "closed",
    },
    children: () =>
      attestations.map(({ id, title, todo, by, attested_by, on }) => {
        const state = attested_by
          ? `${attested_by}${on ? `, ${on}` : ""}`
          : by === "person"
            ? "to be attested"
            : "asked of a service";
        return {
          row: {
            id: `attestation/${id}`,
            label: title,
            description: state,
            tooltip: `${todo}\n\n${id} · attested in .patchbay.yaml`,
            icon: attested_by ? "pass" : by === "person" ? "account" : "cloud",
            ...(attested_by && { color: "testing.iconPassed" }),
            kind: "attestation",
            spoken: `${title} ${state}`,
          },
        };
      }),
  };
}

function findingNode(finding: WireFinding, index: number): Node {
  const file = decodeURIComponent(finding.uri.slice(finding.uri.lastIndexOf("/") + 1));
  const line = finding.range.start.line + 1;
  const settled = finding.settled === true;
  return {
    row: {
      id: `finding/${finding.section}/${finding.rule}/${index}`,
      label: finding.message,
      description: settled ? "publishing sets it" : `line ${line}`,
      tooltip: `${finding.message}\n\n${finding.rule} · ${file}, line ${line}`,
      ...severityIcon[settled ? "info" : finding.severity],
      kind: "finding",
      click: "patchbay.openPlace",
      target: { uri: finding.uri, range: finding.range, rule: finding.rule },
      spoken: `${finding.severity}: ${finding.message}, line ${line}`,
    },
  };
}

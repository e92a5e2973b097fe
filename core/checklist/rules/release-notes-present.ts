import { insertMember, setMember } from "../../syntax/edits.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "release-notes-present",
  section: "publication",
  families: ["definition"],
  severity: "error",
  since: "0.1.0",
  summary: "The version that is published next has release notes.",
  why: "Everybody who uses the connector reads them to decide whether an update concerns them.",
  todo: "Add `publication.releases` with the version and its `notes`.",
  source: "Publishing page: release notes",
  settledByPublishing: true,
  check: {
    connector({ publication, version }, { report, notesGiven }) {
      const number = version.string;
      // The first version needs none: there is nobody yet whom a change could concern.
      if (notesGiven || !number || number === "1.0.0" || !/^\d+\.\d+\.\d+$/.test(number)) return;
      const releases = publication.get("releases");
      const release = releases.get(number);
      if (release.get("notes").string?.trim()) return;
      const notes = { notes: "Describe what changed." };
      report({
        at: release.exists ? release.keyPlace : releases.exists ? releases.keyPlace : version.place,
        message: `Version ${number} has no release notes.`,
        ...(publication.isObject &&
          !release.exists && {
            fix: {
              title: `Add release notes of ${number}`,
              edits: () =>
                releases.isObject
                  ? insertMember(releases, number, notes)
                  : setMember(publication, "releases", { [number]: notes }),
            },
          }),
      });
    },
  },
  examples: {
    bad: [
      `version: 1.1.0
publication:
  scope: enterprise
  releases:
  ^^^^^^^^ 1.1.0 has no release notes
    1.0.0: { notes: First. }
`,
    ],
    good: [
      `version: 1.0.0
`,
      `version: 1.1.0
publication:
  releases:
    1.1.0: { notes: New. }
`,
    ],
    fixed: [
      `version: 1.1.0
publication:
  scope: enterprise
  releases:
    1.0.0: { notes: First. }
    1.1.0:
      notes: Describe what changed.
`,
    ],
  },
});

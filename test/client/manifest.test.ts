import fs from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../client/commands/index.ts";
import { manifest } from "../../client/manifest.ts";
import { views } from "../../client/views/index.ts";

const root = path.resolve(import.meta.dirname, "../..");
const { contributes, capabilities } = manifest();
const known = new Set(contributes.commands.map(({ command }) => command));
const ownLinks = (text: string) => [...text.matchAll(/command:(patchbay\.[\w.]+)/g)].map((match) => match[1]!);

describe("the manifest", () => {
  it("has every command once, all in one category", () => {
    expect(known.size).toBe(contributes.commands.length);
    expect(new Set(commands.map(({ id }) => id)).size).toBe(commands.length);
    for (const command of contributes.commands) if ("category" in command) expect(command.category).toBe("Connector");
  });

  it("names no command in menus, welcome texts and walkthrough that is not there", () => {
    const named = [
      ...Object.values(contributes.menus).flatMap((entries) =>
        entries.map((one) => (one as { command: string }).command),
      ),
      ...contributes.viewsWelcome.flatMap(({ contents }) => ownLinks(contents)),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ description }) => ownLinks(description))),
    ];
    expect(named.filter((id) => !known.has(id))).toEqual([]);
  });

  it("has one sentence and at least one button for every empty view", () => {
    for (const { id, welcome } of views) {
      expect(welcome.length, id).toBeGreaterThan(0);
      for (const { text, buttons } of welcome) {
        expect(text).toMatch(/^[A-Z].*\.$/);
        expect(buttons.length).toBeGreaterThan(0);
      }
    }
  });

  it("has a walkthrough of five steps whose pages exist and which can all be completed", () => {
    const [walkthrough] = contributes.walkthroughs;
    expect(walkthrough?.steps).toHaveLength(5);
    for (const { media, completionEvents } of walkthrough!.steps) {
      expect(fs.existsSync(path.join(root, media.markdown))).toBe(true);
      expect(completionEvents.length).toBeGreaterThan(0);
    }
  });

  it("lets no workspace without trust, and no workspace at all, name a program or an address", () => {
    expect(capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(
      expect.arrayContaining(["patchbay.registries", "patchbay.registry", "patchbay.nodePath"]),
    );
    expect(contributes.configuration.properties["patchbay.nodePath"].scope).toBe("machine");
  });

  it("starts or sends nothing in a folder without trust", () => {
    const sending = [
      "publish",
      "publishUpdate",
      "submitForReview",
      "approveRequest",
      "saveDraft",
      "deprecate",
      "unpublish",
      "promote",
      "signIn",
      "startLocalRegistry",
    ];
    for (const id of sending)
      expect(commands.find((command) => command.id === `patchbay.${id}`)?.when, id).toMatch(/isWorkspaceTrusted/);
  });
});

/**
 * What the manifest says of commands and views, derived from the commands and views themselves. `npm run generate` writes it to
 * package.json; a test compares.
 */
import { commands } from "./commands/index.ts";
import { views } from "./views/index.ts";
import type { Welcome } from "./views/view.ts";

const icon = (name: string | undefined) => (name ? { icon: `$(${name})` } : {});
const when = (text: string | undefined) => (text ? { when: text } : {});

function welcomeText({ text, buttons }: Welcome): string {
  return [text, ...buttons.map(({ title, command }) => `[${title}](command:${command})`)].join("\n");
}

/** Title buttons of the editor in which release notes and migration guides are written; see shell/notes.ts. */
const notesCommands = [
  { command: "patchbay.acceptText", title: "Publish", icon: "$(check)" },
  { command: "patchbay.discardText", title: "Cancel", icon: "$(close)" },
];
const inNotes = "resourceScheme == patchbay-notes";

function menus(): Record<string, object[]> {
  const result: Record<string, object[]> = {};
  const add = (menu: string, entry: object) => {
    result[menu] ??= [];
    result[menu].push(entry);
  };
  for (const { id, palette, menus = [] } of commands) {
    if (palette === false) add("commandPalette", { command: id, when: "false" });
    else if (typeof palette === "string") add("commandPalette", { command: id, when: palette });
    for (const { menu, when: condition, group } of menus)
      add(menu, { command: id, ...when(condition), ...(group ? { group } : {}) });
  }
  notesCommands.forEach(({ command }, index) => {
    add("commandPalette", { command, when: "false" });
    add("editor/title", { command, when: inNotes, group: `navigation@${index + 1}` });
  });
  return result;
}

const settings = {
  "patchbay.registries": {
    order: 1,
    type: "array",
    default: [],
    scope: "window",
    markdownDescription:
      "Registries to publish to and to read from. Tokens are not written here: sign in with **Connector: Sign In**.",
    items: {
      type: "object",
      required: ["name", "url"],
      additionalProperties: false,
      properties: {
        name: { type: "string", description: "Name to show." },
        url: { type: "string", description: "Address, for example https://registry.example.com." },
        namespace: {
          type: "string",
          description: "Namespace of your connectors. Without it, the registry is asked whose token it is.",
        },
      },
    },
  },
  "patchbay.registry": {
    order: 2,
    type: "string",
    default: "",
    scope: "window",
    markdownDescription: "Name of the active registry of `#patchbay.registries#`. Empty means the first one.",
  },
  "patchbay.nodePath": {
    order: 3,
    type: "string",
    default: "",
    // It names a program that is started, so no workspace may set it.
    scope: "machine",
    markdownDescription:
      "Node 22.13 or later, for the local registry. Empty means VS Code's own, or else `node` on the PATH.",
  },
  "patchbay.trace.server": {
    order: 9,
    type: "string",
    enum: ["off", "messages", "verbose"],
    default: "off",
    scope: "window",
    description: "Whether the messages to and from the language server are written to the output channel Connectors.",
  },
};

const steps = [
  {
    id: "open",
    title: "Open or make a connector",
    description:
      "Open a connector's file, or begin with a blank one.\n[New Connector…](command:patchbay.newConnector)\n[Choose Connector…](command:patchbay.chooseConnector)",
    media: "open.md",
    // A context that is true before VS Code has looked at the walkthrough is not noticed, so the commands count as well.
    completionEvents: [
      "onContext:patchbay.hasConnector",
      "onCommand:patchbay.newConnector",
      "onCommand:patchbay.chooseConnector",
      "onCommand:patchbay.check",
    ],
  },
  {
    id: "check",
    title: "See what is left to do",
    description:
      "The checklist is always up to date. Click a finding to go to its place; the light bulb fixes it.\n[Check Connector](command:patchbay.check)",
    media: "check.md",
    completionEvents: ["onCommand:patchbay.check"],
  },
  {
    id: "registry",
    title: "Get a registry",
    description:
      "A registry keeps every published version. Start one on this machine, or connect to your organisation's.\n[Start Local Registry](command:patchbay.startLocalRegistry)\n[Connect to a Registry…](command:patchbay.addRegistry)",
    media: "registry.md",
    completionEvents: [
      "onContext:patchbay.hasRegistry",
      "onCommand:patchbay.startLocalRegistry",
      "onCommand:patchbay.addRegistry",
      "onContext:patchbay.hasPublished",
    ],
  },
  {
    id: "publish",
    title: "Publish it",
    description:
      "Scope, version and release notes are asked one after the other; nothing is sent before you confirm.\n[Publish…](command:patchbay.publish)",
    media: "publish.md",
    completionEvents: ["onContext:patchbay.hasPublished"],
  },
  {
    id: "see",
    title: "See it in the catalogue",
    description:
      "Versions and usage of a connector are a click away. Change something, and see which version the change needs.\n[Show Versions and Usage](command:patchbay.showVersion)",
    media: "see.md",
    completionEvents: ["onCommand:patchbay.showVersion", "onView:patchbay.usage"],
  },
];

/** The parts of package.json that are derived. */
export function manifest() {
  return {
    // JSON and YAML are common, so activation itself does next to nothing; the language server waits for a connector.
    icon: "media/icon.png",
    galleryBanner: { color: "#12343b", theme: "dark" },
    activationEvents: [
      "onLanguage:json",
      "onLanguage:jsonc",
      "onLanguage:yaml",
      "workspaceContains:**/*.connector.{yaml,yml,json}",
      "workspaceContains:**/apiDefinition*.json",
    ],
    capabilities: {
      untrustedWorkspaces: {
        supported: "limited",
        description: "Connectors are checked. No registry is started or asked, and nothing is sent.",
        restrictedConfigurations: ["patchbay.registries", "patchbay.registry", "patchbay.nodePath"],
      },
      virtualWorkspaces: true,
    },
    contributes: {
      commands: [
        ...commands.map(({ id, title, icon: name, when: enablement }) => ({
          command: id,
          title,
          category: "Connector",
          ...icon(name),
          ...(enablement ? { enablement } : {}),
        })),
        ...notesCommands,
      ],
      menus: menus(),
      keybindings: [
        {
          command: "patchbay.acceptText",
          key: "ctrl+enter",
          mac: "cmd+enter",
          when: `editorTextFocus && ${inNotes}`,
        },
      ],
      authentication: [{ id: "patchbay", label: "Connector registry" }],
      viewsContainers: { activitybar: [{ id: "patchbay", title: "Connectors", icon: "media/activity.svg" }] },
      views: {
        patchbay: views.map(({ id, name, icon: symbol, when: condition }) => ({
          id,
          name,
          icon: `$(${symbol})`,
          ...when(condition),
          ...(id === "patchbay.usage" ? { visibility: "collapsed" } : {}),
          // The checklist is what one works with; it gets the room.
          initialSize: id === "patchbay.checklist" ? 4 : 2,
        })),
      },
      viewsWelcome: views.flatMap(({ id, welcome }) =>
        welcome.map((one) => ({ view: id, contents: welcomeText(one), when: one.when })),
      ),
      configuration: { title: "Connectors", properties: settings },
      walkthroughs: [
        {
          id: "publish",
          title: "Publish your first connector",
          description: "From an empty file to a version that others can use.",
          steps: steps.map(({ media, ...step }) => ({ ...step, media: { markdown: `docs/walkthrough/${media}` } })),
        },
      ],
    },
  };
}

/**
 * The main job as a person does it, in VS Code in Chromium, with the extension installed: look, fix, publish, change, publish
 * again, see. It fails when a step cannot be done; its screenshots in test-results/ are there to be looked at.
 * By hand: `node scripts/host/journey.ts [--built]`.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildAll } from "./build.ts";
import { Hands } from "./hands.ts";
import { prepareReview, reviewRequests } from "./journey-review.ts";
import { type HostLine, layOut } from "./layout.ts";
import { startRegistry } from "./registry.ts";
import { seedRegistry } from "./seed.ts";
import { copyWorkspace, linkExtension, startHostServer } from "./server.ts";
import { openBrowser, workbenchUrl } from "./workbench.ts";

const root = path.resolve(import.meta.dirname, "../..");
const results = path.join(root, "test-results");

export interface JourneyResult {
  screenshots: string[];
  /** Milliseconds from opening the page to the first finding in the editor. */
  firstFinding: number;
  /** What VS Code itself says of the extension's activation. */
  activation: string;
}

/** Makes the journey; throws where it cannot go on, with a screenshot of the place. */
export async function uiJourney(
  options: { line?: HostLine; built?: boolean; say?: (text: string) => void } = {},
): Promise<JourneyResult> {
  const { line = "current", built = false, say = console.log } = options;
  if (!built) buildAll();
  fs.rmSync(results, { recursive: true, force: true });
  fs.mkdirSync(results, { recursive: true });
  const closing: (() => unknown)[] = [];
  const keep = <T>(value: T, close: (value: T) => unknown): T => {
    closing.unshift(() => close(value));
    return value;
  };
  try {
    const install = await layOut(line, say);
    const workspace = keep(copyWorkspace(path.join(root, "test/host/workspace")), (one) => one.remove());
    prepareReview(workspace.folder);
    const base = keep(fs.mkdtempSync(path.join(os.tmpdir(), "patchbay-journey-")), (one) =>
      fs.rmSync(one, { recursive: true, force: true }),
    );
    const registry = keep(await startRegistry(), (one) => one?.stop());
    if (!registry) throw new Error("The registry was not built.");
    await seedRegistry(registry.url, registry.token, new Date(), say);
    const host = keep(
      await startHostServer({
        install,
        extensions: linkExtension(root, path.join(base, "extensions")),
        settings: { "patchbay.registries": [{ name: "Examples", url: registry.url }] },
        env: { PATCHBAY_REGISTRY: registry.url, PATCHBAY_TOKEN: registry.token },
      }),
      (one) => one.stop(),
    );
    const browser = keep(await openBrowser(say), (one) => one.close());
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const bench = new Hands(page, results);
    try {
      const opened = performance.now();
      await page.goto(workbenchUrl(host.port, workspace.folder));
      const firstFinding = await lookAndFix(bench, opened);
      await publishFirst(bench);
      await publishUpdate(bench, path.join(workspace.folder, "tides.connector.yaml"));
      await breakAndMend(bench);
      await reviewRequests(bench, workspace.folder, registry);
      await lookAround(bench);
      const activation = await bench.activation();
      return { screenshots: bench.screenshots, firstFinding, activation };
    } catch (error) {
      await bench.shot("failed").catch(() => {});
      throw error;
    }
  } finally {
    for (const close of closing) await Promise.resolve(close()).catch(() => {});
  }
}

async function lookAndFix(bench: Hands, opened: number): Promise<number> {
  const { page } = bench;
  await page.waitForSelector(".monaco-workbench .activitybar", { timeout: 60_000 });
  await openWalkthrough(bench);
  await bench.open("broken.connector.yaml");
  await page.waitForSelector(".squiggly-error, .squiggly-warning");
  const firstFinding = performance.now() - opened;
  await bench.view("Checklist");
  await bench.row(/blocks? publishing/);
  await bench.shot("checklist-with-blockers");
  await page
    .locator(".pane-body .monaco-list-row", { hasText: /line \d+/ })
    .first()
    .click();
  // The click takes the cursor to the finding, which must not come after the next one.
  await page.locator(".statusbar-item", { hasText: "selected" }).waitFor();
  await page.locator(".editor-instance .view-line", { hasText: "response:" }).getByText("response").click();
  await page.keyboard.press("Control+.");
  await page.waitForSelector(".action-widget .monaco-list-row");
  await bench.shot("quick-fix");
  await page.keyboard.press("Escape");
  return firstFinding;
}

async function openWalkthrough(bench: Hands): Promise<void> {
  await bench.command("Welcome: Open Walkthrough...");
  await bench.page.keyboard.type("Publish your first connector");
  await bench.page.locator(".quick-input-list .monaco-list-row", { hasText: "Publish your first" }).waitFor();
  await bench.page.keyboard.press("Enter");
  await bench.page.locator(".gettingStartedContainer", { hasText: "Publish your first connector" }).waitFor();
  // The page keeps the keyboard to itself until something else is clicked.
  await bench.page.locator(".part.statusbar").click();
}

async function publishFirst(bench: Hands): Promise<void> {
  const { page } = bench;
  await bench.open("tides.connector.yaml");
  await bench.command("Connector: Check Connector");
  await bench.notification("is ready to publish");
  await bench.command("Notifications: Clear All Notifications");
  await bench.row("Ready to publish as 1.0.0");
  await bench.shot("ready");
  await bench.command("Connector: Publish…");
  await bench.prompt("Who shall see it?").catch(() => {});
  await bench.shot("scope");
  await page.keyboard.press("Enter");
  await page.waitForSelector('.tab.active:has-text("Release notes of Tide Tables")');
  await page.locator(".codelens-decoration", { hasText: "Publish with this text" }).waitFor();
  await bench.shot("release-notes");
  await page.locator(".editor-instance .view-lines").last().click();
  await page.keyboard.press("Control+Enter");
  await bench.prompt("Publish Tide Tables");
  await bench.shot("confirm");
  await page.keyboard.press("Enter");
  await bench.notification("Tide Tables 1.0.0 is published");
  await bench.shot("published");
  await bench.command("Notifications: Clear All Notifications");
}

async function publishUpdate(bench: Hands, file: string): Promise<void> {
  const { page } = bench;
  await bench.open("tides.connector.yaml");
  await page.locator(".editor-instance .view-lines").last().click();
  await bench.command("Go to Line/Column...");
  const text = fs.readFileSync(file, "utf8");
  const line = text.slice(0, text.indexOf("    response:")).split("\n").length - 1;
  await page.keyboard.type(`${line}`);
  await page.keyboard.press("Enter");
  await page.locator(".statusbar-item", { hasText: `Ln ${line},` }).waitFor();
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.keyboard.press("End");
  // The editor indents the new line like the one before.
  await page.keyboard.press("Enter");
  await page.keyboard.type("unit: { in: query, type: string, description: Metres or feet. }", { delay: 15 });
  await bench.view("Versions");
  await bench.row(/Working copy.*needs minor/);
  await bench.shot("needs-minor");
  await bench.open("tides.connector.yaml");
  await bench.command("Connector: Publish Update…");
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "1.1.0" }).waitFor();
  await bench.shot("version");
  await page.keyboard.press("Enter");
  await page.locator(".codelens-decoration", { hasText: "Publish with this text" }).waitFor();
  await page.locator(".editor-instance .view-lines").last().click();
  await page.keyboard.press("Control+Enter");
  await bench.prompt("Publish Tide Tables 1.1.0");
  await page.keyboard.press("Enter");
  await bench.notification("Tide Tables 1.1.0 is published");
  await bench.command("Notifications: Clear All Notifications");
}

/** A parameter that is called otherwise breaks whoever gives it; the way back is a quick fix. */
async function breakAndMend(bench: Hands): Promise<void> {
  const { page } = bench;
  await bench.open("tides.connector.yaml");
  const lines = page.locator(".editor-instance .view-line");
  await lines.filter({ hasText: "unit:" }).getByText("unit", { exact: true }).dblclick();
  await page.keyboard.type("units");
  await bench.view("Changes By Operation");
  await bench.row(/get_tides.*major/);
  await lines.filter({ hasText: "parameters:" }).first().getByText("parameters").hover();
  await page.locator(".monaco-hover", { hasText: "that breaks what was made with 1.1.0" }).waitFor();
  await bench.shot("what-breaks");
  await lines.filter({ hasText: "parameters:" }).first().getByText("parameters").click();
  await page.keyboard.press("Control+.");
  const restore = page.locator(".action-widget .monaco-list-row", { hasText: "Restore parameter unit" });
  await restore.waitFor();
  await bench.shot("ways-out");
  await restore.click();
  await lines.filter({ hasText: "unit:" }).waitFor();
  await bench.view("Changes By Operation");
  await bench.row(/get_tides.*minor/);
  await bench.open("tides.connector.yaml");
  await bench.command("File: Revert File");
  await bench.view("Versions");
  await bench.row(/Working copy.*same as 1\.1\.0/);
}

async function lookAround(bench: Hands): Promise<void> {
  await bench.view("Catalogue");
  await bench.row("Tide Tables");
  await bench.view("Usage");
  await bench.row("Active connections");
  await bench.view("Versions");
  await bench.row(/1\.1\.0.*published/);
  await bench.shot("views");
  await bench.command("Connector: Show Changes");
  await bench.shot("no-changes");
  await bench.page.locator(".pane-body .monaco-list-row", { hasText: "Plate Lookup" }).first().click();
  await bench.row("Example data");
  await bench.shot("usage-of-an-example");
  // VS Code follows a system that asks for high contrast.
  await bench.page.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await bench.page.waitForSelector(".monaco-workbench.hc-black");
  await bench.shot("high-contrast");
  await openWalkthrough(bench);
  await bench.shot("walkthrough");
  const ticks = await bench.page.locator(".getting-started-step .codicon-getting-started-step-checked").count();
  if (ticks < 4) throw new Error(`Only ${ticks} steps of the walkthrough are ticked.`);
}

if (import.meta.main)
  try {
    const { screenshots, firstFinding, activation } = await uiJourney({ built: process.argv.includes("--built") });
    console.log(`${screenshots.length} screenshots in ${path.relative(process.cwd(), results)}`);
    console.log(`first finding after ${(firstFinding / 1000).toFixed(1)} s; ${activation}`);
    process.exit(0);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  }

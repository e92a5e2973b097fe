/** The part of the journey in which somebody else decides: submit, see what waits, look, approve. */
import fs from "node:fs";
import path from "node:path";
import { createClient } from "../../core/api/client.ts";
import type { Hands } from "./hands.ts";
import type { RunningRegistry } from "./registry.ts";

/** The tides as another connector. */
function another(folder: string, name: string, slug: string): string {
  return fs
    .readFileSync(path.join(folder, "tides.connector.yaml"), "utf8")
    .replaceAll("Tide Tables", name)
    .replaceAll("tide-tables", slug)
    .replace(/^version: .*$/m, "version: 1.0.0");
}

/** Lays out a second connector. It has to be there before VS Code begins to look for files. */
export function prepareReview(folder: string): void {
  fs.writeFileSync(path.join(folder, "charts.connector.yaml"), another(folder, "Sea Charts", "sea-charts"));
}

/** Submits one request in the editor, and decides another one that a colleague has sent. */
export async function reviewRequests(bench: Hands, folder: string, { url, token }: RunningRegistry): Promise<void> {
  const { page } = bench;
  await bench.open("charts.connector.yaml");
  await bench.command("Connector: Check Connector");
  await bench.notification("is ready to publish");
  await bench.command("Notifications: Clear All Notifications");
  await bench.command("Connector: Submit for Review…");
  await bench.prompt("Submit Sea Charts for Review");
  await page.keyboard.press("Enter");
  await page.locator(".codelens-decoration", { hasText: "Publish with this text" }).waitFor();
  await page.locator(".editor-instance .view-lines").last().click();
  await page.keyboard.press("Control+Enter");
  await bench.prompt("Words for whoever decides");
  await page.keyboard.type("For the harbour office.");
  await page.keyboard.press("Enter");
  await bench.prompt("Submit Sea Charts 1.0.0 for review");
  await bench.shot("submit-for-review");
  await page.keyboard.press("Enter");
  await bench.notification("Sea Charts 1.0.0 waits for a decision");
  await bench.command("Notifications: Clear All Notifications");

  await askAsColleague(folder, url, token);
  await bench.command("Connector: Refresh");
  await bench.view("Requests");
  await bench.row("Waiting for you");
  await page.locator(".pane-body .monaco-list-row", { hasText: "Buoy Positions 1.0.0" }).click();
  await bench.row("First version");
  await bench.shot("requests");
  await bench.command("Connector: Approve Request…");
  await bench.prompt("publication · cem");
  await page.keyboard.press("Enter");
  await bench.prompt("Approve and publish Buoy Positions 1.0.0");
  await bench.shot("approve");
  await page.keyboard.press("Enter");
  await bench.notification("Buoy Positions 1.0.0 is approved and published.");
  await bench.command("Notifications: Clear All Notifications");
  await bench.row("Decided in the last 30 days");
  // What follows is about the connector that was published before.
  await page.locator(".tab", { hasText: "tides.connector.yaml" }).click();
  await bench.row(/Working copy.*same as 1\.1\.0/);
}

async function askAsColleague(folder: string, baseUrl: string, token: string): Promise<void> {
  const admin = createClient({ baseUrl, token, fetch });
  const { enterprise } = await admin.whoami();
  const colleague = await admin.createToken({ principal: "cem", enterprise, roles: ["creator"] });
  await createClient({ baseUrl, token: colleague.token, fetch }).requestReview(`${enterprise}/buoy-positions`, {
    kind: "publication",
    version: "1.0.0",
    files: ["tides.connector.yaml", "tides.svg"].map((name) => ({
      path: name,
      text: name.endsWith(".svg")
        ? fs.readFileSync(path.join(folder, name), "utf8")
        : another(folder, "Buoy Positions", "buoy-positions"),
    })),
    message: "The sailing club asked for them.",
  });
}

/** Acts on the workbench as a person does, by keyboard and mouse, and waits for what it should lead to. */
import path from "node:path";
import type { Page } from "playwright-core";

const patience = 30_000;

/** Hands that act on the workbench; each action waits for what it needs. */
export class Hands {
  readonly page: Page;
  readonly screenshots: string[] = [];

  readonly #folder: string;

  constructor(page: Page, screenshots: string) {
    this.page = page;
    this.#folder = screenshots;
    page.setDefaultTimeout(patience);
  }

  async shot(name: string): Promise<void> {
    // Layout and icons settle a moment after the content is there.
    await this.page.waitForTimeout(400);
    const file = path.join(this.#folder, `${String(this.screenshots.length + 1).padStart(2, "0")}-${name}.png`);
    await this.page.screenshot({ path: file });
    this.screenshots.push(file);
  }

  async command(title: string): Promise<void> {
    await this.page.keyboard.press("F1");
    await this.page.waitForSelector(".quick-input-widget:not([style*='display: none']) input");
    await this.page.keyboard.type(title);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  async open(file: string): Promise<void> {
    await this.page.keyboard.press("Control+P");
    await this.page.waitForSelector(".quick-input-widget:not([style*='display: none']) input");
    await this.page.keyboard.type(file);
    await this.page
      .locator(".quick-input-list .monaco-list-row", { hasText: path.basename(file) })
      .first()
      .waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.waitForSelector(`.tab.active:has-text("${path.basename(file)}")`);
  }

  async view(title: string): Promise<void> {
    await this.command(`Connectors: Focus on ${title} View`);
  }

  async row(text: string | RegExp): Promise<void> {
    await this.page.locator(".pane-body .monaco-list-row", { hasText: text }).first().waitFor();
  }

  async prompt(title: string): Promise<void> {
    await this.page.locator(".quick-input-widget", { hasText: title }).waitFor();
  }

  async notification(text: string): Promise<void> {
    await this.page.locator(".notification-toast", { hasText: text }).waitFor();
  }

  /** What VS Code itself says of the extension's activation, for example `Startup Activation: 72ms`. */
  async activation(): Promise<string> {
    await this.command("Developer: Show Running Extensions");
    const row = this.page.locator(".runtime-extensions-editor .monaco-list-row", { hasText: "Patchbay" }).first();
    await row.waitFor();
    await row.locator(".activation-time", { hasText: /\d/ }).waitFor();
    return ((await row.locator(".activation-time").textContent()) ?? "").replace(/\s+/g, " ");
  }
}

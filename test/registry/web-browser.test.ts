/** The pages in a real browser, by keyboard alone. Its screenshots are in test-results/ and there to be looked at. */
import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "../../scripts/host/chromium.ts";
import { openBrowser } from "../../scripts/host/workbench.ts";
import { publication, publishFirst, startTest, type TestRegistry } from "./support.ts";

const results = path.resolve(import.meta.dirname, "../../test-results");
const hasBrowser = findChromium() !== undefined;
if (!hasBrowser)
  process.stderr.write(
    "Skipped: the pages in a browser, because no Chromium is installed (CHROMIUM_PATH can name one).\n",
  );

/** So many keys are pressed at most until something has the focus. */
const KEYS = 60;

/** Presses Tab until what a person looks for has the focus, which has to be seen. */
async function tabTo(page: Page, words: RegExp): Promise<void> {
  for (let key = 0; key < KEYS; key++) {
    await page.keyboard.press("Tab");
    const [text, isSeen] = await page.evaluate(() => {
      const here = document.activeElement as HTMLElement | null;
      const label = (here as HTMLInputElement | null)?.labels?.[0]?.textContent ?? "";
      const style = here && getComputedStyle(here);
      return [`${here?.tagName} ${label} ${here?.textContent ?? ""}`, style?.outlineStyle !== "none"] as const;
    });
    if (!words.test(text)) continue;
    expect(isSeen, `${text} has the focus, and shows it`).toBe(true);
    return;
  }
  throw new Error(`${words} was not reached by ${KEYS} keys`);
}

/** Texts that stand out from what is behind them by less than 4.5 to 1 (WCAG 2, level AA). */
function faint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = (color: string) => (color.match(/[\d.]+/g) ?? []).map(Number);
    const light = (color: string) => {
      const [red = 0, green = 0, blue = 0] = parts(color).map((part) => {
        const share = part / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element | null): string => {
      if (!element) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(element);
      return parts(backgroundColor)[3] === 0 ? behind(element.parentElement) : backgroundColor;
    };
    return [...document.querySelectorAll("body *")]
      .filter((each) => [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()))
      .flatMap((each) => {
        const [one, other] = [light(getComputedStyle(each).color), light(behind(each))];
        const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
        return contrast < 4.5 ? [`${each.tagName} ${each.textContent?.slice(0, 40)}: ${contrast.toFixed(1)}`] : [];
      });
  });
}

describe.skipIf(!hasBrowser)("the pages in a browser", () => {
  let registry: TestRegistry;
  let browser: Browser;
  let token: string;
  const id = "acme/parcel-tracker";

  beforeAll(async () => {
    mkdirSync(results, { recursive: true });
    registry = await startTest();
    token = await registry.token({ principal: "vera", enterprise: "acme", roles: ["viewer"] });
    await publishFirst(registry.admin, "acme", "parcel-tracker", "enterprise", "Parcel Tracker");
    const reason = "For a test.";
    const notes = "Parcels now have a weight.\n\nNothing has to be done.";
    const minor = publication({ version: "1.1.0", fields: ["number", "place", "weight"] }, { notes, reason });
    await registry.admin.publish(id, "1.1.0", minor);
    const guide = "## get_parcel\n\nDo without the outputs `place` and `weight`: ask the depot where the parcel is.";
    const major = publication({ version: "2.0.0", fields: ["number"] }, { reason, migration_guide: guide });
    await registry.admin.publish(id, "2.0.0", major);
    for (const name of ["Depot List", "Address Check", "Invoice Maker"])
      await publishFirst(registry.admin, "acme", name.toLowerCase().replace(" ", "-"), "global", name);
    const { etag } = await registry.admin.getConnector("acme/depot-list");
    const message = "Depots moved to the parcel tracker, which has all of them.";
    await registry.admin.deprecate("acme/depot-list", etag, { sunset_at: "2031-06-01", message, replacement: id });
    await registry.admin.reportUsage({
      source: "runtime",
      sequence: 1,
      connections: [
        { id: "c1", enterprise: "acme", connector: id, version: "1.1.0", state: "active" },
        { id: "c2", enterprise: "acme", connector: id, version: "2.0.0", state: "active" },
      ],
      orchestrations: [{ id: "o1", enterprise: "acme", connector: id, operations: ["get_parcel"] }],
      calls: Array.from({ length: 26 }, (_, day) => ({
        enterprise: "acme",
        connector: id,
        version: day < 15 ? "1.1.0" : "2.0.0",
        operation: "get_parcel",
        day: new Date(Date.parse("2031-02-03") + day * 86_400_000).toISOString().slice(0, 10),
        calls: 400 + ((day * 7919) % 900),
      })),
    });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await registry?.stop();
  });

  it.each(["light", "dark"] as const)(
    "lead by keyboard from signing in to what changed, in %s",
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, viewport: { width: 1100, height: 900 } });
      try {
        const page = await context.newPage();
        const problems: string[] = [];
        page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
        page.on("pageerror", (error) => problems.push(error.message));
        const shot = (name: string) =>
          page.screenshot({ path: path.join(results, `web-${name}-${colorScheme}.png`), fullPage: true });
        await page.goto(registry.url);
        await shot("sign-in");
        // That nobody is signed in is said by the status, which a browser tells its console.
        expect(problems.splice(0).filter((text) => !text.includes("401"))).toEqual([]);
        await tabTo(page, /^INPUT Token/);
        await page.keyboard.type(token);
        await page.keyboard.press("Enter");
        await page.waitForSelector("h1:has-text('Connectors')");
        await shot("catalogue");

        await tabTo(page, /Skip to the content/);
        await page.keyboard.press("Enter");
        await tabTo(page, /^INPUT Search/);
        await page.keyboard.type("tracker");
        await page.keyboard.press("Enter");
        await page.waitForURL(/q=tracker/);
        await tabTo(page, /^A .*Parcel Tracker/);
        await page.keyboard.press("Enter");
        await page.waitForSelector("h1:has-text('Parcel Tracker')");
        await shot("connector");

        await tabTo(page, /^SELECT From/);
        await page.keyboard.type("1.0.0");
        await tabTo(page, /^BUTTON .*Compare/);
        await page.keyboard.press("Enter");
        await page.waitForURL(/compare\?from=1\.0\.0&to=2\.0\.0/);
        expect(await page.textContent("h1")).toContain("what changed from 1.0.0 to 2.0.0");
        expect(await page.textContent(".group")).toContain("get_parcel");
        await shot("compare");

        await page.goto(`${registry.url}/connectors/acme/depot-list`);
        expect(await page.textContent(".notice")).toContain("1 June 2031");
        await shot("deprecated");
        expect(await faint(page)).toEqual([]);
        await page.goto(`${registry.url}/connectors/${id}/versions/2.0.0`);
        await shot("version");
        expect(await faint(page)).toEqual([]);
        await page.goto(`${registry.url}/?q=nothing-like-this&type=Logistics`);
        await shot("nothing");
        expect(await faint(page)).toEqual([]);
        await tabTo(page, /Sign out/);
        await page.keyboard.press("Enter");
        await page.waitForSelector("h1:has-text('Sign in')");
        expect(problems.filter((text) => !text.includes("401"))).toEqual([]);
      } finally {
        await context.close();
      }
    },
  );

  it("fit a telephone: nothing but tables is wider than the screen", async () => {
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 });
    try {
      await context.addCookies([{ name: "patchbay", value: token, url: registry.url }]);
      const page = await context.newPage();
      for (const address of [
        "/",
        `/connectors/${id}`,
        `/connectors/${id}/versions/2.0.0`,
        `/connectors/${id}/compare`,
      ]) {
        await page.goto(registry.url + address);
        const [content, screen] = await page.evaluate(
          () => [document.documentElement.scrollWidth, innerWidth] as const,
        );
        expect(content, address).toBeLessThanOrEqual(screen);
      }
      await page.goto(`${registry.url}/connectors/${id}`);
      await page.screenshot({ path: path.join(results, "web-telephone.png"), fullPage: true });
    } finally {
      await context.close();
    }
  });

  it("have headings in order, and a name for whatever can be used", async () => {
    const context = await browser.newContext();
    try {
      await context.addCookies([{ name: "patchbay", value: token, url: registry.url }]);
      const page = await context.newPage();
      for (const address of [
        "/",
        `/connectors/${id}`,
        `/connectors/${id}/versions/2.0.0`,
        `/connectors/${id}/compare`,
        "/sign-in",
      ]) {
        await page.goto(registry.url + address);
        const found = await page.evaluate(() => {
          const levels = [...document.querySelectorAll("h1,h2,h3,h4")].map((each) => Number(each.tagName[1]));
          const controls = [...document.querySelectorAll<HTMLInputElement>("input:not([type=hidden]),select,button,a")];
          return {
            jumps: levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
            tops: levels.filter((level) => level === 1).length,
            nameless: controls.filter((each) => !each.labels?.length && !each.textContent?.trim()).length,
            uncaptioned: document.querySelectorAll("table:not(:has(caption))").length,
            twice:
              [...document.querySelectorAll("[id]")].length -
              new Set([...document.querySelectorAll("[id]")].map(({ id }) => id)).size,
          };
        });
        expect(found, address).toEqual({ jumps: [], tops: 1, nameless: 0, uncaptioned: 0, twice: 0 });
      }
    } finally {
      await context.close();
    }
  });
});

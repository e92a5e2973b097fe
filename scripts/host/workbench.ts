/** Opens the workbench in Chromium: the address with its payload, the browser with the flags it needs, the web-extension variant. */
import fs from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { provideChromium } from "./chromium.ts";
import type { HostServer } from "./server.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A page that was served by the test itself may not open a WebSocket to loopback otherwise.
  "--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebSockets,LocalNetworkAccessChecksWorkers",
];

/** Starts the browser that tests and screenshots use. */
export async function openBrowser(say?: (text: string) => void): Promise<Browser> {
  const { executable } = await provideChromium(say);
  return chromium.launch({ executablePath: executable, headless: true, args: flags });
}

/** Address of the workbench on a folder; `payload` holds what desktop VS Code takes on its command line. */
export function workbenchUrl(port: number, folder: string, payload: [string, string][] = []): string {
  const all = [["skipWelcome", "true"], ["skipReleaseNotes", "true"], ...payload];
  return `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}&payload=${encodeURIComponent(JSON.stringify(all))}`;
}

/** A path of this machine as the remote workbench names it. */
export function remotePath(port: number, file: string): string {
  return `vscode-remote://127.0.0.1:${port}${file}`;
}

const types: Record<string, string> = {
  ".js": "text/javascript",
  ".cjs": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".md": "text/markdown",
};

export interface ServedExtension {
  authority: string;
  close(): void;
}

/** Serves a folder to the web worker extension host, which loads extensions by http. */
export async function serveExtension(root: string): Promise<ServedExtension> {
  const server = createServer((request, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    const asked = decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname);
    const file = path.join(root, asked.replace(/^\/dev/, ""));
    if (!file.startsWith(root + path.sep) || !fs.existsSync(file) || !fs.statSync(file).isFile()) {
      response.statusCode = 404;
      response.end();
      return;
    }
    response.setHeader("Content-Type", types[path.extname(file)] ?? "application/octet-stream");
    fs.createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  // The worker host's frame allows scripts of `localhost` only, not of 127.0.0.1.
  const authority = `localhost:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { authority, close };
}

/** Makes the page take the extension as a web extension, by adding it to the configuration in its HTML. */
export async function offerAsWebExtension(page: Page, host: HostServer, served: ServedExtension): Promise<void> {
  const location = { scheme: "http", authority: served.authority, path: "/dev" };
  await page.route(
    (url) => url.pathname === "/" && url.port === String(host.port),
    async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(
        /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/,
        (_, before: string, encoded: string) => {
          const configuration = JSON.parse(encoded.replace(/&quot;/g, '"').replace(/&amp;/g, "&"));
          configuration.developmentOptions = { ...configuration.developmentOptions, extensions: [location] };
          const text = JSON.stringify(configuration).replace(/&/g, "&amp;").replace(/"/g, "&quot;");
          return `${before}${text}"`;
        },
      );
      const headers = response.headers();
      for (const name of ["content-security-policy", "content-length", "content-encoding"]) delete headers[name];
      await route.fulfill({ status: response.status(), headers, body: html });
    },
  );
}

/** The pages of the registry: read only, made on the server, by the same routes and rights as the API. */
import { pathOf, type RouteName, routes } from "../../core/api/routes.ts";
import { ensureScope } from "../authorise.ts";
import { readForm } from "../body.ts";
import type { Caller, Context, Handler } from "../context.ts";
import { handlers } from "../handlers.generated.ts";
import type { App, Http } from "../http.ts";
import { ProblemError } from "../problem.ts";
import type { RouteValidator } from "../validate.ts";
import { cataloguePage } from "./catalogue.ts";
import { Choices } from "./choices.ts";
import { comparePage } from "./compare.ts";
import { connectorPage } from "./connector.ts";
import { decidedPage, decisionOf, devicePage, tidyCode } from "./device.ts";
import { devicePath, ownPath, pagePaths, signInPath, signOutPath } from "./links.ts";
import { documentOf, type Page, type Viewer, type Visit } from "./page.ts";
import { isOwnForm, isTokenText, readCookie, visitor, writeCookie } from "./session.ts";
import { problemPage, signInPage } from "./sign-in.ts";
import { style, stylePath } from "./style.ts";
import { versionPage } from "./version.ts";

export interface SiteOptions {
  /** Whether browsers reach the registry by https, so that they send the cookie in no other way. */
  readonly secure: boolean;
  /** Shows the global catalogue to everybody; otherwise nothing is shown without a token. */
  readonly publicCatalogue: boolean;
}

/** What the pages take from the application. */
export interface SiteParts {
  readonly context: Context;
  readonly options: SiteOptions;
  readonly validators: Readonly<Record<RouteName, RouteValidator>>;
  /** Finds out who has a token, and throttles whoever guesses. */
  identify(http: Http, token: string): Promise<Caller>;
  /** Counts a request of somebody as so many, or of somebody without a token by address, and refuses what is too much. */
  count(http: Http, caller: Caller | undefined, weight: number): void;
}

type Parts = SiteParts & { readonly choices: Choices };

/** The pages, and how many requests each of them counts for: comparing takes far longer than reading. */
const pages: readonly (readonly [path: string, weight: number, show: (visit: Visit) => Promise<Page>])[] = [
  [pagePaths.catalogue, 1, cataloguePage],
  [pagePaths.compare, 20, comparePage],
  [pagePaths.connector, 1, connectorPage],
  [pagePaths.version, 1, versionPage],
];

/** A form holds a token and a path. */
const FORM_BYTES = 8 * 1024;

/** Adds the pages to an application. */
export function addSite(app: App, given: SiteParts): void {
  const parts: Parts = { ...given, choices: new Choices() };
  const { options } = parts;
  app.get(stylePath, (http) =>
    http.body(style, 200, {
      "content-type": "text/css; charset=utf-8",
      "cache-control": "public, max-age=31536000, immutable",
    }),
  );
  for (const [path, weight, show] of pages)
    app.get(path, async (http) => {
      http.set("isPage", true);
      const viewer = await identifyVisitor(http, parts);
      if (!viewer) return sendPage(http, signInPage(addressOfPage(http), undefined, 401), anybody(http));
      http.set("caller", viewer.caller);
      parts.count(http, viewer.signedIn ? viewer.caller : undefined, weight);
      return sendPage(http, await show(visitOf(http, viewer, parts)), viewer);
    });
  app.get(signInPath, (http) => {
    http.set("isPage", true);
    return sendPage(http, signInPage(ownPath(http.req.query("next"))), anybody(http));
  });
  app.post(signInPath, async (http) => {
    http.set("isPage", true);
    ensureOwnForm(http);
    const form = await readForm(http.req.raw, FORM_BYTES);
    const [token, next] = [(form.get("token") ?? "").trim(), ownPath(form.get("next") ?? undefined)];
    try {
      // What cannot be a token is counted like a wrong one, and goes into no header.
      const caller = await parts.identify(http, isTokenText(token) ? token : "-");
      http.set("caller", caller);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code !== "unauthenticated") throw error;
      return sendPage(http, signInPage(next, error.message), anybody(http));
    }
    http.header("set-cookie", writeCookie(token, options.secure));
    return http.redirect(next, 303);
  });
  app.get(devicePath, async (http) => {
    const viewer = await identifyOwner(http, parts);
    return viewer instanceof Response ? viewer : sendPage(http, await devicePage(visitOf(http, viewer, parts)), viewer);
  });
  app.post(devicePath, async (http) => {
    http.set("isPage", true);
    ensureOwnForm(http);
    const viewer = await identifyOwner(http, parts);
    if (viewer instanceof Response) return viewer;
    const form = await readForm(http.req.raw, FORM_BYTES);
    const decision = decisionOf(form.get("decision"));
    if (!decision) throw new ProblemError("invalid-request", "The form does not say what was decided. Go back to it.");
    const params = { user_code: tidyCode(form.get("code") ?? undefined) };
    await visitOf(http, viewer, parts).ask("putDeviceApproval", params, {}, { decision });
    return sendPage(http, decidedPage(decision), viewer);
  });
  app.post(signOutPath, (http) => {
    http.set("isPage", true);
    ensureOwnForm(http);
    http.header("set-cookie", writeCookie(undefined, options.secure));
    return http.redirect("/", 303);
  });
}

/** Answers with a page where the API would answer with a problem. */
export function sendProblem(http: Http, error: ProblemError, { secure }: SiteOptions): Response {
  for (const [name, value] of Object.entries(error.headers)) http.header(name, value);
  const address = http.req.method === "GET" ? addressOfPage(http) : "/";
  if (error.code === "unauthenticated") {
    // The cookie holds a token that does not count any more; keeping it would make every page a wrong attempt.
    http.header("set-cookie", writeCookie(undefined, secure));
    http.res.headers.delete("www-authenticate");
    return sendPage(http, signInPage(address, error.message), anybody(http));
  }
  const caller = http.get("caller");
  const signedIn = caller !== undefined && caller !== visitor;
  const page = problemPage(error, http.get("requestId"), signedIn, address);
  return sendPage(http, page, caller ? { caller, signedIn, address } : anybody(http));
}

async function identifyVisitor(http: Http, { options, identify }: SiteParts): Promise<KnownViewer | undefined> {
  const token = readCookie(http.req.header("cookie"), options.secure);
  const address = addressOfPage(http);
  if (token !== undefined) return { caller: await identify(http, token), signedIn: true, address };
  return options.publicCatalogue ? { caller: visitor, signedIn: false, address } : undefined;
}

/** Somebody who has signed in, or the page that asks for it: what is everybody's to see is not everybody's to decide. */
async function identifyOwner(http: Http, parts: SiteParts): Promise<KnownViewer | Response> {
  http.set("isPage", true);
  const viewer = await identifyVisitor(http, parts);
  if (!viewer?.signedIn) return sendPage(http, signInPage(addressOfPage(http), undefined, 401), anybody(http));
  http.set("caller", viewer.caller);
  parts.count(http, viewer.caller, 1);
  return viewer;
}

type KnownViewer = Viewer & { readonly caller: Caller };

function anybody(http: Http): Viewer {
  return { signedIn: false, address: addressOfPage(http) };
}

function visitOf(http: Http, { caller, signedIn }: KnownViewer, { context, validators, choices }: Parts): Visit {
  return {
    params: http.req.param() as Record<string, string>,
    query: Object.fromEntries(Object.entries(http.req.query()).filter(([, value]) => value !== "")),
    address: addressOfPage(http),
    caller,
    signedIn,
    context,
    choices,
    ask: async (name, params, query = {}, body) => {
      ensureScope(caller, name);
      const filled: Record<string, unknown> = { ...query };
      validators[name].params(params);
      validators[name].query(filled);
      if (body !== undefined) validators[name].body(body);
      const url = pathOf(routes[name], params as Record<string, string>);
      const handle = handlers[name] as Handler<typeof name>;
      const reply = await handle(
        { params, query: filled, body, caller, ifMatch: undefined, has: () => false, url } as never,
        context,
      );
      return reply.body;
    },
  };
}

function sendPage(http: Http, page: Page, viewer: Viewer): Response {
  for (const [name, value] of Object.entries(pageHeaders)) http.header(name, value);
  return http.html(documentOf(page, viewer), (page.status ?? 200) as 200);
}

const pageHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  // What somebody may see is nobody else's, and not theirs any more once they have signed out.
  "cache-control": "private, no-store",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "x-frame-options": "DENY",
};

function ensureOwnForm(http: Http): void {
  if (!isOwnForm(http.req.raw.headers))
    throw new ProblemError("forbidden", "This form was sent by another site. Open the sign-in page and use its form.");
}

function addressOfPage(http: Http): string {
  const { pathname, search } = new URL(http.req.url);
  return ownPath(pathname + search);
}

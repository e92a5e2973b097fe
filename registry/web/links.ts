/** The addresses of the pages. */

/** Names of pages by their path, as the router takes them. */
export const pagePaths = {
  catalogue: "/",
  connector: "/connectors/:namespace/:slug",
  version: "/connectors/:namespace/:slug/versions/:version",
  compare: "/connectors/:namespace/:slug/compare",
} as const;

export const devicePath = "/device";
export const signInPath = "/sign-in";
export const signOutPath = "/sign-out";

/** A connector's page; `id` is `namespace/slug`. */
export function connectorLink(id: string): string {
  return `/connectors/${id.split("/").map(encodeURIComponent).join("/")}`;
}

export function versionLink(id: string, version: string): string {
  return `${connectorLink(id)}/versions/${encodeURIComponent(version)}`;
}

export function compareLink(id: string, from: string, to: string): string {
  return `${connectorLink(id)}/compare?${new URLSearchParams({ from, to })}`;
}

/** The same address with another value in its query; an empty one takes it out. */
export function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const given = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== ""));
  return given.size > 0 ? `${path}?${given}` : path;
}

/** Where a form may lead back to: a path of this registry and nothing else. */
export function ownPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])[\x20-\x7e]{0,2000}$/.test(text) && !text.includes("\\") ? text : "/";
}

/**
 * Every setting of a registry, once: what it is, what it looks like, and what holds without it. The configuration file, the checks at the
 * start, `--help` and docs/registry.md come from here.
 */

export interface Setting {
  /** Of the environment variable. In a file it is `keyOf(name)`. */
  readonly name: string;
  /** What it decides, as half a sentence. */
  readonly words: string;
  /** What it has to look like. */
  readonly form: string;
  /** Checked at the start; settings that are more than a text have readers of their own, with sentences of their own. */
  readonly pattern?: RegExp;
  /** What holds where it is absent. */
  readonly otherwise: string;
  /** Never printed. Its text may stand in a file that `NAME_FILE` names. */
  readonly secret?: boolean;
}

const address = "an address like https://registry.example.com";
const http = /^https?:\/\/[^/\s]+(\/[^\s?#]*)?$/;

export const settings = [
  {
    name: "DATABASE_URL",
    words: "the PostgreSQL database (15 or later) that is the store, which several registries may share",
    form: "an address like postgres://user:password@host/name",
    pattern: /^postgres(?:ql)?:\/\/\S+$/,
    otherwise: "a folder is the store",
    secret: true,
  },
  {
    name: "PATCHBAY_DATA",
    words: "the folder of the store, or with a database of the first token; `--data` goes before it",
    form: "a path",
    otherwise: ".patchbay/registry",
  },
  {
    name: "PATCHBAY_LISTEN_HOST",
    words: "the address to listen on; `--host` goes before it",
    form: "an address of this machine, or 0.0.0.0 for all of them",
    pattern: /^[\w.:-]+$/,
    otherwise: "127.0.0.1: this machine only",
  },
  {
    name: "PATCHBAY_LISTEN_PORT",
    words: "the port to listen on; `--port` goes before it",
    form: "a number from 0 to 65535, where 0 is any free port",
    pattern: /^(?:\d{1,4}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d\d|655[0-2]\d|6553[0-5])$/,
    otherwise: "4870",
  },
  {
    name: "PATCHBAY_PUBLIC_URL",
    words: "where others reach the registry; with https browsers send their cookie in no other way",
    form: address,
    pattern: http,
    otherwise: "where it listens",
  },
  {
    name: "PATCHBAY_TRUSTED_PROXIES",
    words:
      "the proxies whose X-Forwarded-For says from where a request came, so that wrong tokens are counted by sender",
    form: "addresses or networks with commas between them, like 10.0.0.0/8,fd00::/8",
    otherwise: "none: the sender is whoever connects",
  },
  {
    name: "PATCHBAY_PUBLIC_CATALOGUE",
    words: "whether browsers see the global catalogue without signing in",
    form: "global or off",
    pattern: /^(?:global|off)$/,
    otherwise: "off",
  },
  {
    name: "PATCHBAY_OIDC_ISSUER",
    words: "the identity provider whose tokens count beside the registry's own, exactly as it stands in their `iss`",
    form: "an address like https://login.example.com/acme",
    otherwise: "only the registry's own tokens count",
  },
  {
    name: "PATCHBAY_OIDC_AUDIENCE",
    words: "what its tokens for this registry have in `aud`",
    form: "a text",
    otherwise: "needed with PATCHBAY_OIDC_ISSUER",
  },
  {
    name: "PATCHBAY_OIDC_CLIENT_ID",
    words: "the public client as which editors and command lines sign in there",
    form: "a text",
    otherwise: "they sign in with a code of the registry, or with a token",
  },
  {
    name: "PATCHBAY_OIDC_SCOPE",
    words: "what they ask for",
    form: "words with blanks between them",
    otherwise: "openid offline_access",
  },
  {
    name: "PATCHBAY_OIDC_PRINCIPAL_CLAIM",
    words: "where in a token the name of the person stands",
    form: "a name, with dots for what lies deeper",
    otherwise: "sub",
  },
  {
    name: "PATCHBAY_OIDC_ROLES_CLAIM",
    words: "where in a token the roles stand",
    form: "a name, with dots for what lies deeper",
    otherwise: "roles",
  },
  {
    name: "PATCHBAY_OIDC_ENTERPRISE_CLAIM",
    words: "where in a token the enterprise stands",
    form: "a name, with dots for what lies deeper",
    otherwise: "enterprise",
  },
  {
    name: "PATCHBAY_OIDC_ROLES",
    words: "which words of the provider are which roles; `*` stands for everybody",
    form: "pairs with commas between them, like connector-admins=enterprise_admin,*=viewer",
    otherwise: "the words are the same",
  },
  {
    name: "PATCHBAY_OIDC_ENTERPRISES",
    words: "which words of the provider are which enterprises; `*` stands for any other",
    form: "pairs with commas between them, like tenant-17=acme",
    otherwise: "the words are the same",
  },
  {
    name: "PATCHBAY_TRUSTED_PUBLISHERS",
    words:
      "build jobs that may publish without a token of their own: issuer, subject (`*` for a part of it) and enterprise",
    form: "ISSUER SUBJECT ENTERPRISE, with semicolons between several",
    otherwise: "none",
  },
  {
    name: "PATCHBAY_LIMITS",
    words: "how often somebody may ask, as burst and per minute",
    form: "off, or for example reads=200/3000,publications=60/30",
    otherwise: "the limits below",
  },
  {
    name: "PATCHBAY_SECRET_KEY",
    words: "the key from which the secrets of webhooks follow; the same for all registries of one database",
    form: "32 bytes as base64 (openssl rand -base64 32)",
    otherwise: "made at the first start in a folder; with a database, enterprises have no webhooks",
    secret: true,
  },
  {
    name: "PATCHBAY_WEBHOOK_URL",
    words: "where the operator is told of every event",
    form: "an address like https://example.com/hooks",
    otherwise: "nowhere",
  },
  {
    name: "PATCHBAY_WEBHOOK_SECRET",
    words: "the secret with which those are signed",
    form: "whsec_ and at least 24 bytes as base64",
    otherwise: "needed with PATCHBAY_WEBHOOK_URL",
    secret: true,
  },
  {
    name: "PATCHBAY_SMTP_URL",
    words: "the server that takes e-mail in",
    form: "an address like smtps://user:password@mail.example.com",
    otherwise: "no e-mail is sent",
    secret: true,
  },
  {
    name: "PATCHBAY_MAIL_FROM",
    words: "the sender of e-mail",
    form: "an address like registry@example.com",
    otherwise: "needed with PATCHBAY_SMTP_URL",
  },
  {
    name: "PATCHBAY_PRIVATE_RECEIVERS",
    words: "whether the webhooks of enterprises may go into private networks",
    form: "1 or 0",
    pattern: /^[01]$/,
    otherwise: "0",
  },
  {
    name: "PATCHBAY_DRAIN_SECONDS",
    words:
      "how long a registry that is told to end goes on while it says that it is not ready, so that a balancer leaves it out first",
    form: "a number from 0 to 60",
    pattern: /^(?:\d|[1-5]\d|60)$/,
    otherwise: "0: it ends at once",
  },
  {
    name: "PATCHBAY_METRICS_TOKEN",
    words: "what has to be sent to read /metrics from another machine",
    form: "16 or more letters, digits, - or _",
    pattern: /^[\w-]{16,}$/,
    otherwise: "/metrics is for this machine only",
    secret: true,
  },
  {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    words: "the collector that takes traces in at /v1/traces, by OTLP over HTTP as JSON",
    form: "an address like http://collector:4318",
    pattern: http,
    otherwise: "there are no traces",
  },
  {
    name: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    words: "the whole address for traces, where it is another one",
    form: "an address like http://collector:4318/v1/traces",
    pattern: http,
    otherwise: "/v1/traces of OTEL_EXPORTER_OTLP_ENDPOINT",
  },
  {
    name: "OTEL_EXPORTER_OTLP_PROTOCOL",
    words: "how traces are sent, for those who set it for all their programs",
    form: "http/json",
    pattern: /^http\/json$/,
    otherwise: "http/json",
  },
  {
    name: "OTEL_EXPORTER_OTLP_HEADERS",
    words: "headers that the collector asks for",
    form: "names and values like api-key=…,tenant=…",
    otherwise: "none",
    secret: true,
  },
  {
    name: "OTEL_SERVICE_NAME",
    words: "what traces call the registry",
    form: "a name",
    otherwise: "patchbay-registry",
  },
  {
    name: "OTEL_TRACES_SAMPLER_ARG",
    words: "how many of the traces that begin here are kept",
    form: "a number from 0 to 1",
    pattern: /^(?:0|1|0?\.\d+|1\.0+)$/,
    otherwise: "1: all of them",
  },
  {
    name: "OTEL_SDK_DISABLED",
    words: "whether there are no traces in spite of all that",
    form: "true or false",
    pattern: /^(?:true|false)$/,
    otherwise: "false",
  },
  {
    name: "PATCHBAY_TEST_NOW",
    words: "a clock that stands still, for tests; refused where others reach the registry",
    form: "a time like 2031-05-01T12:00:00Z",
    otherwise: "the clock of the machine",
  },
] as const satisfies readonly Setting[];

export type SettingName = (typeof settings)[number]["name"];

/** Its name in a configuration file: `PATCHBAY_PUBLIC_URL` is `public_url`. */
export function keyOf(name: string): string {
  return name.replace(/^PATCHBAY_/, "").toLowerCase();
}

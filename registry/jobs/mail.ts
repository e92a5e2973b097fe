/** Events as e-mail, over SMTP. */
import { randomUUID } from "node:crypto";
import type { DeliveryRow } from "../store/notices.ts";

/** Where mail is handed in, as the operator has said. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the start; otherwise it is asked for after the greeting, and required unless the host is this machine. */
  readonly secure: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly from: string;
}

export interface Mailer {
  /** Sends an event to an address; gives what went wrong. */
  send(to: string, row: Pick<DeliveryRow, "event_id" | "body">, now: string): Promise<string | undefined>;
}

const PATIENCE = 20_000;
/** Plain addresses only: no names, no lists, nothing that could become a header. */
const ADDRESS = /^[A-Za-z0-9.!#$&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63})*$/;

export function isMailAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** What an operator says of mail; a sentence where it cannot be so. */
export function readMail(url: string | undefined, from: string | undefined): MailSettings | undefined | string {
  if (!url && !from) return undefined;
  if (!url || !from) return "PATCHBAY_SMTP_URL and PATCHBAY_MAIL_FROM go together: set both, or none.";
  if (!/^smtps?:\/\//.test(url) || !URL.canParse(url))
    return "PATCHBAY_SMTP_URL is no address of a mail server. Give one like smtps://user:password@mail.example.com.";
  if (!isMailAddress(from)) return "PATCHBAY_MAIL_FROM is no address. Give one like registry@example.com.";
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    host: hostname,
    port: port === "" ? (secure ? 465 : 587) : Number(port),
    secure,
    ...(username !== "" && { user: decodeURIComponent(username), password: decodeURIComponent(password) }),
    from,
  };
}

/** A mailer. Nothing is loaded and nobody is connected to before there is something to send. */
export function createMailer(settings: MailSettings): Mailer {
  return {
    send: async (to, row, now) => {
      if (!isMailAddress(to)) return `${JSON.stringify(to)} is no mail address.`;
      try {
        const { default: SMTPConnection } = await import("nodemailer/lib/smtp-connection");
        await handIn(new SMTPConnection(optionsOf(settings)), settings, to, message(settings.from, to, row, now));
        return undefined;
      } catch (error) {
        const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
        const reason =
          typeof responseCode === "number" ? `status ${responseCode}` : String(code ?? "the connection broke");
        return `The mail server did not take it (${reason}).`;
      }
    },
  };
}

function optionsOf({ host, port, secure }: MailSettings) {
  const isLocal = host === "localhost" || host === "127.0.0.1" || host === "[::1]";
  return {
    host: host.replace(/^\[|\]$/g, ""),
    port,
    secure,
    // A password, and who is told what, go over no network in the clear.
    requireTLS: !secure && !isLocal,
    ignoreTLS: !secure && isLocal,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
  };
}

type Connection = import("nodemailer/lib/smtp-connection").default;

function handIn(
  connection: Connection,
  { from, user, password }: MailSettings,
  to: string,
  text: string,
): Promise<void> {
  return new Promise<void>((done, fail) => {
    const send = () =>
      connection.send({ from, to: [to] }, text, (error: Error | null) => (error ? fail(error) : done()));
    connection.once("error", fail);
    connection.once("end", () => fail(new Error("the connection broke")));
    connection.connect((error?: Error | null) => {
      if (error) return fail(error);
      if (user === undefined) return send();
      connection.login({ user, pass: password ?? "" }, (refused: Error | null) => (refused ? fail(refused) : send()));
    });
  }).finally(() => connection.close());
}

interface EventBody {
  type: string;
  timestamp: string;
  data: Record<string, unknown> & { connector?: string };
}

function message(
  from: string,
  to: string,
  { event_id, body }: Pick<DeliveryRow, "event_id" | "body">,
  now: string,
): string {
  const event = JSON.parse(body) as EventBody;
  const text = mailText(event);
  const domain = from.slice(from.indexOf("@") + 1);
  const headers = {
    From: from,
    To: to,
    Subject: encodedWord(subjectOf(event)),
    Date: new Date(now).toUTCString().replace("GMT", "+0000"),
    // The same event is the same message, also when it has to be sent again.
    "Message-ID": `<${/^[\w-]+$/.test(event_id) ? event_id : randomUUID()}.${Buffer.from(to).toString("hex").slice(0, 32)}@${domain}>`,
    "Auto-Submitted": "auto-generated",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "base64",
  };
  const lines = Buffer.from(text, "utf8").toString("base64").replace(/.{76}/g, "$&\r\n");
  return `${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join("\r\n")}\r\n\r\n${lines}\r\n`;
}

/** As RFC 2047 writes words in headers: no character of it can end the header. */
function encodedWord(text: string): string {
  return `=?utf-8?B?${Buffer.from(text.slice(0, 150), "utf8").toString("base64")}?=`;
}

const subjects: Readonly<Record<string, string>> = {
  "version.published": "has a new version",
  "version.major": "has a new major version",
  "connector.deprecated": "is deprecated",
  "connector.undeprecated": "is not deprecated any more",
  "connector.sunset-reminder": "ends soon",
  "connector.sunset-reached": "has reached its last day",
  "connector.unpublished": "was unpublished",
  "connector.promoted": "is in the global catalogue now",
  "review.requested": "waits for a decision",
  "review.decided": "was decided",
  "review.withdrawn": "was withdrawn",
  "subscription.test": "This is a test",
};

function subjectOf({ type, data }: EventBody): string {
  const words = subjects[type] ?? type;
  return data.connector === undefined ? words : `${data.connector} ${words}`;
}

/** What happened, in lines; long texts are cut, since they can be read in the registry. */
function mailText(event: EventBody): string {
  const lines = Object.entries(event.data)
    .filter(([, value]) => value !== null && value !== undefined && value !== "")
    .map(([name, value]) => `${name.replaceAll("_", " ")}: ${shown(value)}`);
  return [`${subjectOf(event)}.`, "", ...lines, `time: ${event.timestamp}`, ""].join("\n");
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 2_000 ? `${text.slice(0, 2_000)} …` : text;
}

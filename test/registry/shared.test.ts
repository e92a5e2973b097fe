import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { patience, rounds, tell } from "../support/faults.ts";
import { type PostgresServer, startPostgres } from "../support/postgres.ts";
import { bundle, run, type Service, startService } from "./bundle.ts";
import { publication, refusal, temporaryFolder } from "./support.ts";

// A server of its own, because it is killed.
const server: PostgresServer | string = process.env.PATCHBAY_TEST_POSTGRES ? await startPostgres() : "there is none";
if (typeof server === "string") process.stderr.write(`Skipped: registries that share a database, because ${server}.\n`);

let built: Awaited<ReturnType<typeof bundle>>;
const folders: string[] = [];
const folder = () => {
  const made = temporaryFolder();
  folders.push(made);
  return made;
};
beforeAll(async () => {
  built = await bundle();
  folders.push(built.folder);
}, 60_000);
afterAll(() => {
  if (typeof server !== "string") server.stop();
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

describe.skipIf(typeof server === "string")("registries that share a database (skipped without PostgreSQL)", () => {
  const database = server as PostgresServer;
  const env = { DATABASE_URL: database.url };
  const services: Service[] = [];
  const connect = ({ url }: Service, token: string) => createClient({ baseUrl: url, token, fetch });

  it("start at once on an empty one, and make one token for the first administrator", async () => {
    const data = [folder(), folder(), folder()];
    // A process that finds the token made already has no file to show, so they are started by hand and looked at afterwards.
    const started = await Promise.allSettled(data.map((each) => startService(built.registry, each, [], env)));
    const tokens = data.filter((each) => existsSync(path.join(each, "admin-token")));
    expect(tokens).toHaveLength(1);
    for (const each of started) if (each.status === "fulfilled") services.push(each.value);
    expect(services.length).toBeGreaterThan(0);
  }, 60_000);

  it("publish each number once, whichever of them is asked", async () => {
    const [first] = services as [Service];
    const second = await startService(built.registry, withToken(first), [], env);
    services.push(second);
    const clients = [connect(first, first.token), connect(second, first.token)];
    for (let round = 0; round < 10; round++) {
      const slug = `shared-${round}`;
      const outcomes = await Promise.allSettled(
        Array.from({ length: 6 }, (_, i) =>
          clients[i % 2]!.publish(
            `local/${slug}`,
            "1.0.0",
            publication({ slug, name: slug, description: `Follows parcels, attempt ${i} of six.` }),
          ),
        ),
      );
      const winners = outcomes.filter((outcome) => outcome.status === "fulfilled" && outcome.value.created);
      expect(winners).toHaveLength(1);
      for (const outcome of outcomes)
        if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "version-exists" });
      const seen = await Promise.all(clients.map((client) => client.getVersion(`local/${slug}`, "1.0.0")));
      expect(seen[0]?.digest).toBe(seen[1]?.digest);
    }
    process.stdout.write("shared database: 10 rounds of 6 publications by two processes, exactly one winner each\n");
  }, 60_000);

  it(
    "lose nothing that was acknowledged when the database is killed, and go on when it is back",
    async () => {
      const [service] = services as [Service];
      const client = connect(service, service.token);
      const acknowledged: string[] = [];
      let unanswered = 0;
      const kills = rounds(3, 200);
      for (let kill = 0; kill < kills; kill++) {
        let isOver = false;
        const publisher = async (name: string) => {
          for (let i = 0; !isOver; i++) {
            const slug = `kill-${kill}-${name}-${i}`;
            try {
              await client.publish(`local/${slug}`, "1.0.0", publication({ slug, name: slug }));
              acknowledged.push(slug);
            } catch (error) {
              expect(error).toMatchObject({ code: "unavailable", status: 503 });
              unanswered++;
            }
          }
        };
        const publishers = ["a", "b", "c"].map(publisher);
        await new Promise((resolve) => setTimeout(resolve, 400));
        await database.kill();
        await new Promise((resolve) => setTimeout(resolve, 400));
        isOver = true;
        await Promise.all(publishers);
      }
      for (const slug of acknowledged)
        expect((await client.getContent(`local/${slug}`, "1.0.0")).files, slug).toHaveLength(1);
      expect(acknowledged.length).toBeGreaterThan(10);
      tell(
        `kill -9 of PostgreSQL: ${kills} kills, ${acknowledged.length} acknowledged publications, 0 lost (${unanswered} refused)`,
      );
      expect((await refusal(client.getConnector("local/never"))).code).toBe("not-found");
      for (const each of services) await each.end("SIGTERM");
    },
    patience(120_000),
  );

  it("say in a sentence why they cannot start, and never the password", async () => {
    const cases: [string, RegExp][] = [
      ["mysql://somewhere/db", /^DATABASE_URL has to be an address like postgres:/],
      ["postgres://u:hidden@127.0.0.1:1/x", /^The database does not answer\. .*Check DATABASE_URL/],
      [database.url.replace(/postgres$/, "nowhere"), /^There is no such database/],
    ];
    for (const [url, sentence] of cases) {
      const { code, stdout, stderr } = await run(built.registry, ["--data", folder(), "--port", "0"], {
        DATABASE_URL: url,
      });
      expect({ code, stdout }, stderr).toEqual({ code: 2, stdout: "" });
      expect(stderr).toMatch(sentence);
      expect(stderr).not.toMatch(/hidden|\n\s+at /);
    }
  }, 60_000);
});

/** The folder of a second process, with the token file that the start of a test service reads. */
function withToken({ token }: Service): string {
  const made = folder();
  writeFileSync(path.join(made, "admin-token"), `${token}\n`);
  return made;
}

import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient } from "../../core/api/client.ts";
import { patience, rounds, tell } from "../support/faults.ts";
import { type Image, makeImage } from "../support/image.ts";
import { bundle, run, startService } from "./bundle.ts";
import { definition } from "./support.ts";

const image = makeImage(96);
if (typeof image === "string") tell(`Skipped: power cuts and full disks, because ${image}.`);

let built: Awaited<ReturnType<typeof bundle>>;
beforeAll(async () => {
  built = await bundle();
}, 60_000);
afterAll(() => {
  if (typeof image !== "string") image.remove();
  rmSync(built.folder, { recursive: true, force: true });
});

describe.skipIf(typeof image === "string")("a store whose disk fails (skipped without root and loop devices)", () => {
  const disk = image as Image;

  it(
    "loses nothing that was acknowledged when the power is cut",
    async () => {
      const cuts = rounds(4, 50);
      const data = path.join(disk.folder, "power");
      const acknowledged = new Map<string, string>();
      let number = 0;
      for (let cut = 0; cut < cuts; cut++) {
        const service = await startService(built.registry, data);
        const client = createClient({ baseUrl: service.url, token: service.token, fetch });
        let isOver = false;
        const publisher = async () => {
          while (!isOver) {
            const slug = `power-${number++}`;
            const text = `${definition({ slug })}# ${crypto.randomUUID().repeat(300)}\n`;
            try {
              const { version } = await client.publish(`local/${slug}`, "1.0.0", {
                files: [{ path: "c.connector.yaml", text }],
              });
              acknowledged.set(slug, version.digest);
            } catch {
              // Not acknowledged, so that nothing was promised.
            }
          }
        };
        const publishers = [publisher(), publisher()];
        await new Promise((resolve) => setTimeout(resolve, 150 + Math.random() * 350));
        disk.cut();
        await service.end("SIGKILL");
        isOver = true;
        await Promise.all(publishers);
        disk.restore();
      }
      const service = await startService(built.registry, data);
      const client = createClient({ baseUrl: service.url, token: service.token, fetch });
      for (const [slug, digest] of acknowledged)
        expect((await client.getContent(`local/${slug}`, "1.0.0")).digest, slug).toBe(digest);
      await service.end("SIGTERM");
      const { code, stdout } = await run(built.registry, ["verify", "--data", data]);
      expect(code, stdout).toBe(0);
      expect(acknowledged.size).toBeGreaterThan(cuts);
      tell(
        `power cuts: ${cuts} cuts, ${acknowledged.size} acknowledged publications, 0 lost, the store proved afterwards`,
      );
    },
    patience(180_000),
  );

  it(
    "says that the disk is full, keeps what it has, and goes on when there is room",
    async () => {
      const data = path.join(disk.folder, "full");
      const ballast = path.join(disk.folder, "ballast");
      writeFileSync(ballast, Buffer.alloc(8 * 1024 * 1024, 1));
      const service = await startService(built.registry, data);
      const client = createClient({ baseUrl: service.url, token: service.token, fetch });
      const publish = (slug: string) => {
        const noise = Array.from({ length: 20_000 }, () => crypto.randomUUID()).join("");
        return client.publish(`local/${slug}`, "1.0.0", {
          files: [{ path: "c.connector.yaml", text: `${definition({ slug })}# ${noise}\n` }],
        });
      };
      await publish("small");
      const stored: string[] = ["small"];
      let problem: { code?: string; status?: number; message?: string } | undefined;
      for (let index = 0; index < 300 && !problem; index++)
        await publish(`big-${index}`).then(
          () => stored.push(`big-${index}`),
          (error: unknown) => {
            problem = error as typeof problem;
          },
        );
      expect(problem).toMatchObject({ code: "unavailable", status: 503 });
      expect(problem?.message).toMatch(/is full\. Nothing was stored; make room and try again/);
      // Reading goes on, and what was acknowledged is there.
      for (const slug of stored) expect((await client.getContent(`local/${slug}`, "1.0.0")).files).toHaveLength(1);
      expect(await client.findConnector(`local/big-${stored.length - 1}`)).toBeUndefined();
      rmSync(ballast);
      await publish("after");
      await service.end("SIGTERM");
      const { code, stdout } = await run(built.registry, ["verify", "--data", data]);
      expect(code, stdout).toBe(0);
      tell(`full disk: refused with 503 after ${stored.length} publications, 0 lost, and gone on with room again`);
    },
    patience(180_000),
  );
});

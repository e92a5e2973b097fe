import { randomUUID } from "node:crypto";
import type { Handler } from "../context.ts";
import { draftInfo, lockOwnDraft } from "../drafts.ts";
import { digestOf, readWireFiles } from "../files.ts";
import { type DraftRow, filesOfDraft, insertDraft, updateDraft } from "../store/drafts.ts";
import { LostRace } from "../store/driver.ts";
import { deleteFiles, insertFiles } from "../store/files.ts";
import { etagOf } from "../views.ts";

export const handle: Handler<"putDraft"> = async (request, context) => {
  const { params, body, caller } = request;
  const files = readWireFiles(body.files);
  const now = context.now();
  return context.store.write(async (tx) => {
    const { connector, row: before } = await lockOwnDraft(tx, request, context);
    const row: DraftRow = {
      id: randomUUID(),
      connector_id: `${params.namespace}/${params.slug}`,
      enterprise: params.namespace,
      principal: caller.principal,
      rev: 1,
      created_at: now,
      ...before,
      scope: connector?.scope ?? body.scope ?? "enterprise",
      digest: digestOf(files),
      size: files.reduce((total, { size }) => total + size, 0),
      updated_at: now,
    };
    if (before) {
      await updateDraft(tx, row);
      await deleteFiles(tx, filesOfDraft(row));
    } else if (!(await insertDraft(tx, row))) throw new LostRace();
    await insertFiles(tx, filesOfDraft(row), files);
    const info = await draftInfo(tx, row, files, connector, now);
    return { status: before ? 200 : 201, body: info, headers: { etag: etagOf(row) } };
  });
};

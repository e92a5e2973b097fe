/** Findings and changes as they go over the wire and as the command line prints them: places become lines and characters. */
import type { Finding } from "../checklist/types.ts";
import { Lines } from "../syntax/lines.ts";
import type { Place, SourceFile } from "../syntax/source.ts";
import type { Change } from "../versioning/types.ts";
import type { ChangeInfo, ChangePlace, FindingInfo } from "./types.ts";

/** Turns places into ranges; it counts the lines of each file once. */
export function createPlacer(): (place: Place) => ChangePlace {
  const known = new WeakMap<SourceFile, Lines>();
  return (place) => {
    let lines = known.get(place.file);
    if (!lines) {
      lines = new Lines(place.file.text);
      known.set(place.file, lines);
    }
    const { start, end } = lines.range(place.start, place.end);
    return {
      file: place.file.path,
      pointer: place.pointer,
      range: { start: { ...start }, end: { ...end } },
    };
  };
}

/** Findings, in the order in which they come. */
export function wireFindings(findings: readonly Finding[], placer = createPlacer()): FindingInfo[] {
  return findings.map(({ rule, section, severity, message, place, codes }) => {
    const { file, pointer, range } = placer(place);
    return { rule, section, severity, message, file, range, pointer, codes: [...codes] };
  });
}

/** Changes, in the order in which they come. */
export function wireChanges(changes: readonly Change[], placer = createPlacer()): ChangeInfo[] {
  return changes.map((change) => ({
    id: change.id,
    bump: change.bump,
    severity: change.severity,
    entity: change.entity,
    message: change.message,
    ...(change.operation !== undefined && { operation: change.operation }),
    old: change.old ? placer(change.old) : null,
    new: change.new ? placer(change.new) : null,
    codes: change.codes.map(({ message, valuePath }) => ({ message, valuePath })),
  }));
}

/** A file system of its own, in a file: it can be full, and its power can be cut. Needs root and loop devices. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface Image {
  /** Where it is mounted. */
  readonly folder: string;
  /** Cuts the power: what was not written through is lost, also what the file system had only in its journal. */
  cut(): void;
  /** Takes it off and mounts it again, as after the power is back. */
  restore(): void;
  remove(): void;
}

/** FS_IOC_SHUTDOWN of ext4 with NOLOGFLUSH. */
const SHUTDOWN = `open(my $folder, "<", $ARGV[0]) or die "open: $!"; my $how = pack("L", 2); ioctl($folder, 0x8004587d, $how) or die "ioctl: $!";`;

function run(program: string, args: readonly string[]): string | undefined {
  const { status, stderr, error } = spawnSync(program, args, { encoding: "utf8", timeout: 30_000 });
  if (status === 0) return undefined;
  return `${program}: ${(error?.message ?? stderr).trim().split("\n").at(-1)}`;
}

/** Makes one of some megabytes, or says why there is none. */
export function makeImage(megabytes: number): Image | string {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return "file systems can only be made by root on Linux";
  const base = mkdtempSync(path.join(tmpdir(), "patchbay-image-"));
  const file = path.join(base, "image");
  const folder = path.join(base, "mounted");
  mkdirSync(folder);
  writeFileSync(file, "");
  truncateSync(file, megabytes * 1024 * 1024);
  const mount = () => run("mount", ["-o", "loop", file, folder]);
  const problem = run("mkfs.ext4", ["-q", "-F", file]) ?? mount();
  if (problem !== undefined) {
    rmSync(base, { recursive: true, force: true });
    return problem;
  }
  const must = (wrong: string | undefined) => {
    if (wrong !== undefined) throw new Error(wrong);
  };
  return {
    folder,
    cut: () => must(run("perl", ["-e", SHUTDOWN, folder])),
    restore: () => {
      must(run("umount", [folder]));
      must(mount());
    },
    remove: () => {
      run("umount", ["-l", folder]);
      if (existsSync(base)) rmSync(base, { recursive: true, force: true });
    },
  };
}

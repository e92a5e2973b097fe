import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/{core,server,client,registry,cli,repo}/**/*.test.ts"],
    globalSetup: ["test/support/build.ts"],
    testTimeout: 60_000,
    // What is waited for comes at once, but not on a machine that is busy with the other suites.
    expect: { poll: { timeout: 20_000 } },
    // The machine of a contributor may be small, and the registry suites start real services.
    maxWorkers: 2,
  },
});

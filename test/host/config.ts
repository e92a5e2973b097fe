/** What the runner tells the suite; it is written into the bundle, since a web worker has no environment. */
export interface SuiteConfig {
  registry: string;
  token: string;
  grep: string;
  /** The workspace is opened without trust. */
  untrusted: boolean;
  web: boolean;
  /** Names of the real connectors that were put into the workspace's folder `heroes`. */
  heroes: string[];
}

declare const __SUITE_CONFIG__: SuiteConfig;

export const config: SuiteConfig = __SUITE_CONFIG__;

/**
 * Plain JavaScript in place of the native modules that the VS Code server loads for logging, watchdog and machine id.
 * Their exports are written out one by one, because the server imports them by name.
 */

const spdlog = `const fs = require("fs"), path = require("path");
const names = ["trace", "debug", "info", "warn", "error", "critical", "off"];
class Logger {
  constructor(file) { this.file = file; this.level = 2; try { fs.mkdirSync(path.dirname(file), { recursive: true }); } catch {} }
  write(level, text) {
    if (level < this.level) return;
    try { fs.appendFileSync(this.file, new Date().toISOString() + " [" + names[level] + "] " + text + "\\n"); } catch {}
  }
  getLevel() { return this.level; } setLevel(level) { this.level = level; }
  setPattern() {} clearFormatters() {} flush() {} drop() {}
}
names.slice(0, 6).forEach((name, level) => { Logger.prototype[name] = function (text) { this.write(level, text); }; });
exports.Logger = Logger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.shutdown = () => {};
exports.createRotatingLogger = async (name, file) => new Logger(file);
exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`;

const watchdog = "exports.start = () => {};\nexports.exit = () => {};\n";
const deviceId = 'exports.getDeviceId = async () => "00000000-0000-0000-0000-000000000000";\n';
const ripgrep = `const path = require("path");
exports.rgPath = path.join(__dirname, "..", "ripgrep-universal", "bin", process.platform + "-" + process.arch, process.platform === "win32" ? "rg.exe" : "rg");
`;

/** Module name → source. The older line asks for `@vscode/ripgrep`, whose own package downloads a binary when installed. */
export function standIns(olderLine: boolean): Record<string, string> {
  return {
    "@vscode/spdlog": spdlog,
    "@vscode/native-watchdog": watchdog,
    "native-watchdog": watchdog,
    "@vscode/deviceid": deviceId,
    ...(olderLine ? { "@vscode/ripgrep": ripgrep } : {}),
  };
}

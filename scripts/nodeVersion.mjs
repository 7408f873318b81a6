/** The oldest Node.js that this workspace runs on. */
const required = { major: 20, minor: 19 };

/**
 * Whether a version of Node.js, such as `v20.19.0`, is recent enough.
 *
 * @param {string} version
 */
export function isNodeRecentEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, "").split(".").map(Number);
  return major > required.major || (major === required.major && minor >= required.minor);
}

/** Ends the process with a message in both languages where Node.js is too old. */
export function requireNode() {
  if (isNodeRecentEnough(process.version)) return;
  const wanted = `${required.major}.${required.minor}`;
  process.stderr.write(
    `需要 Node.js ${wanted} 或更高版本，当前为 ${process.version}。请从 https://nodejs.org 安装后重试。\n` +
      `Node.js ${wanted} or later is needed; this is ${process.version}. Install it from https://nodejs.org and try again.\n`,
  );
  process.exit(1);
}

import { spawn } from "node:child_process";
import { constants } from "node:os";

/**
 * How a program is run.
 *
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {Record<string, string | undefined>} [env] added to the environment; undefined takes a variable away
 * @property {number} [timeoutMinutes] after which the program is killed
 */

/**
 * Runs a program with this terminal and waits for it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit status; 128 + the signal's number where a signal ended it
 */
export function runProcess(program, args, { cwd, env, timeoutMinutes } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: "inherit", ...(cwd === undefined ? {} : { cwd }), env: { ...process.env, ...env } });
    const timer = timeoutMinutes === undefined ? undefined : setTimeout(() => child.kill("SIGKILL"), timeoutMinutes * 60_000);
    /** @type {NodeJS.Signals[]} */
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
    // a signal must reach the program, whose own exit then ends this process
    const forward = (/** @type {NodeJS.Signals} */ signal) => child.kill(signal);
    for (const signal of signals) process.on(signal, forward);
    const done = () => {
      clearTimeout(timer);
      for (const signal of signals) process.off(signal, forward);
    };
    child.on("error", (error) => {
      done();
      reject(error);
    });
    child.on("close", (code, signal) => {
      done();
      resolve(code ?? 128 + constants.signals[signal ?? "SIGKILL"]);
    });
  });
}

/**
 * Runs a program of Node.js with this terminal and waits for it.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 */
export function runNode(args, options) {
  return runProcess(process.execPath, args, options);
}

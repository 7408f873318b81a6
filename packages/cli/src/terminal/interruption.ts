/** Exit status of a command that its user ended (128 + the number of SIGINT). */
const interrupted = 130;

/**
 * Does a command's work; where a signal ends it, the process leaves with status 130, and whatever listens for its end tidies up.
 */
export async function untilInterrupted<Result>(work: () => Promise<Result>): Promise<Result> {
  const stop = (): void => process.exit(interrupted);
  // the spinner answers Ctrl-C itself, with status 0, though the work is not done
  const correct = (status: number): void => {
    if (status === 0) process.exitCode = interrupted;
  };
  process.on("SIGINT", stop).on("SIGTERM", stop).on("exit", correct);
  try {
    return await work();
  } finally {
    process.off("SIGINT", stop).off("SIGTERM", stop).off("exit", correct);
  }
}

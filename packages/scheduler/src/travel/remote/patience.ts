import { Unavailable } from "./travelSource.js";

/** How long to wait before asking again, doubled each time: the third time after 2 s. */
const firstWaitMs = 500;

/** Waits, or rejects as soon as the signal is aborted. */
function wait(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/**
 * Asks, and asks again while it is the asking that fails: with doubled waits, or after the time that the source names.
 *
 * @param retries how often to ask again after the first time
 * @throws the error of the last time
 */
export async function withPatience<Answer>(ask: () => Promise<Answer>, retries: number, signal: AbortSignal | undefined): Promise<Answer> {
  for (let failed = 0; ; failed += 1) {
    signal?.throwIfAborted();
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unavailable) || failed >= retries) throw error;
      await wait(error.retryAfterMs ?? firstWaitMs * 2 ** failed, signal);
    }
  }
}

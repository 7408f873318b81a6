import { Unavailable } from "./travelSource.js";

/** An answer over HTTP: its status and its body, where that is JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** Statuses after which the same question may be answered later: too many requests, and failures on the way. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Milliseconds of a `Retry-After` header in seconds; a date is not waited for. */
function retryAfterMs(headers: Headers): number | undefined {
  const seconds = Number(headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

/** An error of the network, with the cause that `fetch` hides behind "fetch failed". */
function said(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

/**
 * Fetches JSON.
 *
 * @param answers whether an answer of a passing status is one that the service means
 * @throws Unavailable where the network or the service fails in passing; the signal's reason where it is aborted
 */
export async function fetchJson(
  fetcher: typeof fetch,
  url: string,
  init: RequestInit,
  signal: AbortSignal | undefined,
  answers: (body: unknown) => boolean,
): Promise<Answer> {
  try {
    const response = await fetcher(url, signal === undefined ? init : { ...init, signal });
    const text = await response.text();
    const body = parsed(text);
    if (passing.has(response.status) && !answers(body)) throw new Unavailable(`HTTP ${response.status}`, retryAfterMs(response.headers));
    return { status: response.status, body };
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Unavailable) throw error;
    throw new Unavailable(said(error));
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

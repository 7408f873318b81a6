import { spinner } from "@clack/prompts";

/** Tells a person at the terminal what is going on; writes to standard error, one line a phase where nobody watches. */
export interface Progress {
  phase(text: string): void;
  /** @param share how much of the phase is done, from 0 to 1, where that is known */
  update(text: string, share?: number): void;
  done(text: string): void;
  /** Ends the phase under way because the run cannot go on. */
  stop(): void;
}

const barWidth = 24;

/**
 * A share as a bar with its percentage; only what is done counts, so that it is full at the end and not before.
 *
 * @param share from 0 to 1
 * @example
 * progressBar(0.5) //=> "████████████░░░░░░░░░░░░ 50%"
 */
export function progressBar(share: number): string {
  const full = Math.floor(share * barWidth);
  return `${"█".repeat(full)}${"░".repeat(barWidth - full)} ${Math.floor(share * 100)}%`;
}

/** Progress that moves on a terminal, and plain lines elsewhere. */
export function startProgress(output: NodeJS.WriteStream = process.stderr): Progress {
  let underWay = "";
  if (!output.isTTY) {
    return {
      phase(text) {
        underWay = text;
      },
      update: () => undefined,
      done: (text) => void output.write(`${underWay}: ${text}\n`),
      stop: () => undefined,
    };
  }
  let current: ReturnType<typeof spinner> | undefined;
  return {
    phase(text) {
      underWay = text;
      current = spinner({ output });
      current.start(text);
    },
    update: (text, share) => current?.message(`${underWay}: ${share === undefined ? "" : `${progressBar(share)} `}${text}`),
    done(text) {
      current?.stop(`${underWay}: ${text}`);
      current = undefined;
    },
    stop() {
      current?.error("");
      current = undefined;
    },
  };
}

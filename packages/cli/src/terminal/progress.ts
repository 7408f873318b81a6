import { spinner } from "@clack/prompts";

/** Tells a person at the terminal what is going on; writes to standard error, one line a phase where nobody watches. */
export interface Progress {
  phase(text: string): void;
  update(text: string): void;
  done(text: string): void;
  /** Ends the phase under way because the run cannot go on. */
  stop(): void;
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
    update: (text) => current?.message(`${underWay}: ${text}`),
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

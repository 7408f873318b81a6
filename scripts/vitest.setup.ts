import fc from "fast-check";

// a fixed seed unless a wide run asks for chance: every failing seed becomes a test
const seed = process.env.FC_SEED;
fc.configureGlobal({
  ...(seed === "random" ? {} : { seed: Number(seed ?? 20261121) }),
  numRuns: Number(process.env.FC_RUNS ?? 50),
});

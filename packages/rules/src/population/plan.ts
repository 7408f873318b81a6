import type { CompiledRule, EffectOf } from "../assess/compiledRule.js";
import { compileEffect } from "../effects/compileEffect.js";
import type { ParameterValues } from "../logic/closures.js";
import { type Materialised, materialise } from "../logic/columns/materialise.js";
import { PlanePool, type Planes, wordsFor } from "../logic/columns/planes.js";
import type { Population } from "../logic/columns/population.js";
import { lower, type Program } from "../logic/columns/program.js";
import { Reading } from "../logic/columns/reads.js";
import { lastUsesOf, run } from "../logic/columns/run.js";
import type { Asked } from "../logic/columns/suppose.js";
import { booleanType, type Node } from "../logic/node.js";
import { Amounts } from "./amounts.js";
import { PopulationAnswers } from "./answers.js";
import { lengthOf, type SubjectColumns } from "./column.js";
import { columnPopulation } from "./columnPopulation.js";
import { type FieldRead, fieldsRead } from "./fieldsRead.js";
import { printNode } from "./printNode.js";
import { settle } from "./settle.js";

/** A rule with the parameters that it is asked under. */
export type PlannedRule = Pick<CompiledRule, "parsed" | "parameters">;

/** Rules that share their parameters, with their conditions as operations on planes. */
interface Part {
  readonly parameters: ParameterValues;
  /** Places of the rules in the plan. */
  readonly rules: readonly number[];
  readonly program: Program;
  readonly lastUses: readonly (readonly number[])[];
}

interface Chunk {
  readonly population: Population;
  readonly parts: readonly Materialised[];
  readonly amounts: Amounts;
}

/** A population made ready for a plan: of every condition that is no connective, a bit plane of whom it is true. */
export interface EncodedPopulation {
  readonly size: number;
  readonly chunks: readonly Chunk[];
  /** Bytes that the planes take. */
  readonly bytes: number;
}

const unconditional: Node = { op: "literal", value: true, type: booleanType };

// a plane of so many subjects, 16 kB, stays in the processor's nearest memory while conditions are combined
const defaultChunk = 1 << 17;

const bytesOf = (chunks: readonly Chunk[]): number => {
  const planes = chunks.flatMap(({ parts }) => parts.flatMap((part) => part.planes.flatMap(({ must, may }) => [must, may])));
  // planes may be windows on one block
  const buffers = new Set(planes.map((plane) => plane.buffer));
  return [...buffers].reduce((sum, buffer) => sum + buffer.byteLength, 0);
};

/**
 * Rules about one kind of subject on one date, ready to be asked of whole populations.
 */
export class PopulationPlan {
  readonly asked: Asked;
  readonly rules: readonly PlannedRule[];
  private readonly effects: readonly EffectOf[];
  private readonly parts: readonly Part[];
  private readonly reading: Reading;
  private readonly chunkSize: number;

  /** @param chunkSize subjects whose planes are made together, a multiple of 32 */
  constructor(rules: readonly PlannedRule[], asked: Asked, chunkSize: number = defaultChunk) {
    this.asked = asked;
    this.rules = rules;
    this.chunkSize = chunkSize;
    this.reading = new Reading(asked.subject);
    this.effects = rules.map(({ parsed, parameters }) => compileEffect(parsed, parameters));
    this.parts = [...new Set(rules.map((rule) => rule.parameters))].map((parameters) => this.partOf(parameters));
  }

  private partOf(parameters: ParameterValues): Part {
    const own = [...this.rules.entries()].filter(([, rule]) => rule.parameters === parameters);
    const conditions = own.map(([, rule]) => rule.parsed.condition ?? unconditional);
    const program = lower(conditions, parameters, this.reading, this.asked);
    return { parameters, rules: own.map(([place]) => place), program, lastUses: lastUsesOf(program) };
  }

  /** The fields that the rules read; a column may hold each of them. */
  get fields(): readonly FieldRead[] {
    const nodes = this.rules.flatMap(({ parsed }) => [
      ...(parsed.condition === undefined ? [] : [parsed.condition]),
      ...Object.values(parsed.values),
    ]);
    return fieldsRead(nodes, this.asked.subject);
  }

  /**
   * Subjects given as columns instead of records.
   *
   * @param columns by the JSON pointer of a field among `fields`; a field without a column is unknown for everybody
   * @param size how many subjects there are; needed only where no column says so
   * @throws EldercareError with every issue: COLUMN_NOT_FOUND, COLUMN_LENGTH, COLUMN_KIND, COLUMN_VALUE, COLUMN_AND_REGISTER
   */
  fromColumns(columns: SubjectColumns, size: number = Object.values(columns).map(lengthOf)[0] ?? 0): Population {
    return columnPopulation(columns, size, this.fields, this.asked);
  }

  /**
   * Reads a population once: what follows is word operations, 32 subjects each.
   *
   * @param amounts true to compute what benefits pay now, for each distinct combination of what they depend on, instead of
   * when it is first asked
   */
  encode(population: Population, { amounts = false }: { readonly amounts?: boolean } = {}): EncodedPopulation {
    const chunks = this.slices(population).map((slice) => this.encodeChunk(slice));
    if (amounts) for (const chunk of chunks) for (const rule of this.rules.keys()) chunk.amounts.of(rule);
    return { size: population.size, chunks, bytes: bytesOf(chunks) };
  }

  private encodeChunk(population: Population): Chunk {
    const parts = this.parts.map(({ program, parameters }) => materialise(program.atoms, population, parameters, this.reading));
    return { population, parts, amounts: new Amounts(this.rules, this.effects, population, this.reading) };
  }

  private slices(population: Population): Population[] {
    const { size } = population;
    if (size <= this.chunkSize) return [population];
    return Array.from({ length: Math.ceil(size / this.chunkSize) }, (_, number) =>
      population.slice(number * this.chunkSize, Math.min(size, (number + 1) * this.chunkSize)),
    );
  }

  /** Answers every rule for everybody in an encoded population. */
  evaluate(encoded: EncodedPopulation): PopulationAnswers {
    return this.answersOf(encoded.size, encoded.chunks);
  }

  /** Reads and answers a population piece by piece: what is read of a piece is let go before the next. */
  assess(population: Population): PopulationAnswers {
    const slices = this.slices(population);
    const encodeChunk = (slice: Population): Chunk => this.encodeChunk(slice);
    return this.answersOf(population.size, {
      *[Symbol.iterator]() {
        for (const slice of slices) yield encodeChunk(slice);
      },
    });
  }

  private answersOf(size: number, chunks: Iterable<Chunk>): PopulationAnswers {
    const pools = new Map<number, PlanePool>();
    const oneByOne = new Set<Node>();
    const pieces = [];
    for (const { population, parts, amounts } of chunks) {
      const words = wordsFor(population.size);
      const pool = pools.get(words) ?? new PlanePool(words);
      pools.set(words, pool);
      const planes: Planes[] = [];
      for (const [number, part] of this.parts.entries()) {
        const { planes: atoms = [], oneByOne: slow = [] } = parts[number] ?? {};
        for (const [index, answer] of run(part.program, part.lastUses, atoms, pool).entries()) planes[part.rules[index] as number] = answer;
        for (const { node } of slow) oneByOne.add(node);
      }
      const rules = this.rules.map(({ parsed }, place) =>
        settle(parsed.info.kind, this.effects[place] as EffectOf, planes[place] as Planes, population),
      );
      pieces.push({ population, rules, amounts });
    }
    const { chunkSize, rules } = this;
    return new PopulationAnswers({ size, chunkSize, rules, pieces, oneByOne: [...oneByOne].map(printNode).sort() });
  }
}

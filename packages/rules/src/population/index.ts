export type { Population } from "../logic/columns/population.js";
export { answerInColumns, type ColumnAnswers } from "./answerInColumns.js";
export { PopulationAnswers, type RuleCounts } from "./answers.js";
export { type PopulationCode, populationCodes } from "./codes.js";
export type { CodeColumn, DayColumn, MissingBits, NumberColumn, SubjectColumn, SubjectColumns } from "./column.js";
export type { FieldRead } from "./fieldsRead.js";
export { type EncodedPopulation, type PlannedRule, PopulationPlan } from "./plan.js";
export { PopulationPolicy, type PopulationQuestion, planPopulation } from "./planPopulation.js";
export { RecordPopulation } from "./recordPopulation.js";

export * from "./coverage.js";
export * from "./coverageOrphans.js";
export * from "./coverageQuestion.js";
export { checkMilestones, type Milestone, type MilestoneSum, type MilestonesQuestion } from "./milestones.js";
export * from "./trackTarget.js";
export * from "./trackTargets.js";

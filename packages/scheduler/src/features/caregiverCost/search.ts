import { fullObjective } from "../../model/objective.js";
import type { Problem } from "../../model/problem.js";
import { factorOf } from "../../model/routesOf.js";
import { serviceSeconds } from "../../model/windowsOf.js";
import type { FeatureSearch } from "../searchHalf.js";

const isAsked = ({ objective }: Problem): boolean => fullObjective(objective).caregiverYuan > 0;

/** The service of a visit costs what its caregiver's time does, or that of her whole crew, so that a dearer one makes it only where that saves something else. */
export const caregiverCostSearch: FeatureSearch = {
  price: {
    component: "caregiverCost",
    isAsked,
    of: (problem) => {
      const perFen = fullObjective(problem.objective).caregiverYuan / 100;
      // who states no cost is not taken to be cheap
      const dearest = Math.max(0, ...problem.caregivers.map(({ costPerHourFen = 0 }) => costPerHourFen));
      return (visit, day) => {
        const hourFen = day.crew.reduce((sum, { costPerHourFen = dearest }) => sum + costPerHourFen, 0);
        return ((serviceSeconds(visit, factorOf(day)) * hourFen) / 3600) * perFen;
      };
    },
  },
};

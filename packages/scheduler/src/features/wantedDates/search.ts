import { addDays } from "@eldercare/core";
import { daysOverdue } from "../../model/daysOverdue.js";
import { fullObjective } from "../../model/objective.js";
import type { Problem } from "../../model/problem.js";
import type { FeatureSearch } from "../searchHalf.js";

const component = "overdueDays";
const isAsked = ({ visits }: Problem): boolean => visits.some(({ when }) => when?.wantedBy !== undefined);

/** A visit costs more with every day that it is made later than wanted; one left out is made after the horizon at the earliest. */
export const wantedDatesSearch: FeatureSearch = {
  price: {
    component,
    isAsked,
    of: ({ objective }) => {
      const { overdueDay } = fullObjective(objective);
      return (visit, { date }) => daysOverdue(visit, date) * overdueDay;
    },
  },
  leaveOut: {
    component,
    isAsked,
    of: ({ objective, horizon }) => {
      const { overdueDay } = fullObjective(objective);
      const dayAfter = addDays(horizon.to, 1);
      return (demand) => ("serviceMinutes" in demand ? daysOverdue(demand, dayAfter) * overdueDay : 0);
    },
  },
};

import type { Caregiver } from "../../model/caregiver.js";

/** A limit in minutes as whole seconds; infinite where there is none. */
export const limitSeconds = (minutes: number | undefined): number => (minutes === undefined ? Number.POSITIVE_INFINITY : Math.floor(minutes * 60));

/** Whether a caregiver may work overtime at all. */
export const mayWorkOver = ({ workMinutes }: Caregiver): boolean => limitSeconds(workMinutes?.overtimePerDay ?? 0) > 0;

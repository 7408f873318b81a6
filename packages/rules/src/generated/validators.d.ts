import type { SchemaFinding } from "../pack/parsePack.js";

interface Validator {
  (value: unknown): boolean;
  errors?: readonly SchemaFinding[] | null;
}

export const validatePack: Validator;
export const validateOverlay: Validator;

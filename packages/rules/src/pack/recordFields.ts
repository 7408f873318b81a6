import { caregiverSchema, type FieldSpec, fieldsOf, providerSchema, type SubjectKind } from "@eldercare/core";
import { ownFields, type ResolvedField, resolveField } from "../logic/vocabulary.js";

/** Those of the register who serve: a member of staff (`workforce`), and a body that is entrusted with services (`provider`). */
const serving: Partial<Record<SubjectKind, readonly FieldSpec[]>> = {
  workforce: fieldsOf(caregiverSchema),
  provider: fieldsOf(providerSchema),
};

/** The fields of the register that a subject has of itself. */
export const recordFields = (subject: SubjectKind): readonly FieldSpec[] => serving[subject] ?? ownFields(subject);

/** Finds a field of a subject by its dotted path; an entry of a map (`skills.bathing`) has the map's type. */
export function resolveRecordField(subject: SubjectKind, dotted: string): ResolvedField | undefined {
  const fields = serving[subject];
  if (fields === undefined) return resolveField(subject, dotted);
  const exact = fields.find(({ path }) => path === dotted);
  if (exact !== undefined) return { spec: exact, path: dotted.split(".") };
  const [name = "", key = "", ...more] = dotted.split(".");
  const map = fields.find(({ path, type }) => path === name && type.kind === "map" && path !== "facts");
  if (map?.type.kind !== "map" || key === "" || more.length > 0) return undefined;
  return { spec: { path: dotted, type: map.type.of, nullable: false }, path: [name, key] };
}

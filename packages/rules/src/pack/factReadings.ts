import { type FieldSpec, jsonPointer } from "@eldercare/core";
import type { Join, Node } from "../logic/node.js";
import { type Row, readPath } from "../logic/scope.js";
import { fitsType } from "../logic/typeWords.js";
import type { Value } from "../logic/value.js";
import { readingNode } from "../logic/vocabulary.js";
import { typeOfFact, typeOfField } from "./factTypes.js";
import type { Fact } from "./pack.js";

const pointerOf = (join: Join | undefined, path: readonly string[]): string => jsonPointer([...(join === undefined ? [] : [join]), ...path]);

/** Reads a fact that records give as it is. */
export function givenFactNode(name: string, fact: Fact, join: Join | undefined, absentMeans: Value): Node {
  const type = typeOfFact(fact);
  const path = ["facts", name];
  // what does not fit its declaration says nothing; of the subject itself it is refused before anything is asked
  const valueIn = (record: Row): Value => {
    const value = readPath(record, path);
    return fitsType(value, type) ? value : undefined;
  };
  return readingNode({ key: pointerOf(join, path), type, nullable: false, title: fact.title, join, valueIn, absentMeans, open: fact.open === true });
}

/** Reads one field of a fact that is a record: `claim.filedOn`; undefined where the fact has no such field. */
export function factFieldNode(factOf: (name: string) => Fact | undefined, dotted: string, join: Join | undefined): Node | undefined {
  const [name = "", fieldName = "", ...more] = dotted.split(".");
  const fact = factOf(name);
  const field = more.length === 0 && fact?.type === "record" && Object.hasOwn(fact.fields ?? {}, fieldName) ? fact.fields?.[fieldName] : undefined;
  if (field === undefined) return undefined;
  const type = typeOfField(field);
  const path = ["facts", name, fieldName];
  const valueIn = (record: Row): Value => {
    const value = readPath(record, path);
    return value === null || fitsType(value, type) ? value : undefined;
  };
  // a record that is known to be none makes each of its fields known to be none
  return readingNode({ key: pointerOf(join, path), type, nullable: true, title: field.title, join, valueIn });
}

/** Reads a field of one member of a list. */
export function memberFieldNode(list: string, { path, type, nullable, title }: FieldSpec): Node {
  const keys = path.split(".");
  const valueIn = (record: Row): Value => readPath(record, keys);
  return readingNode({ key: `${list}/*${jsonPointer(keys)}`, type, nullable, title, join: undefined, valueIn });
}

import type { Engine } from "@eldercare/rules";
import { writeCsv } from "../table/writeCsv.js";
import { modalityWords } from "./words.js";

/** Every clause of the packs with its wording, its document, and the rules and parameters that execute it. */
export function clausesCsv(engine: Engine): string {
  const rows = engine.packs.flatMap((pack) =>
    Object.entries(pack.clauses).map(([id, clause]) => ({
      id,
      clause,
      source: pack.sources[clause.source],
      rules: pack.rules.filter((rule) => rule.clauses.includes(id)).map((rule) => `${pack.id}/${rule.id}`),
      parameters: Object.entries(pack.parameters).flatMap(([name, parameter]) =>
        parameter.clause === id || (parameter.values ?? []).some((value) => value.clause === id) ? [name] : [],
      ),
    })),
  );
  return writeCsv(rows, [
    { header: "条款编号 clause", cell: (row) => row.id },
    { header: "文号 number", cell: (row) => row.source?.number },
    { header: "文件 document", cell: (row) => row.source?.title },
    { header: "章节 section", cell: (row) => row.clause.section },
    { header: "原文 quote", cell: (row) => row.clause.quote },
    { header: "效力 modality", cell: (row) => modalityWords[row.clause.modality] },
    { header: "执行规则 rules", cell: (row) => row.rules.join("；") },
    { header: "执行参数 parameters", cell: (row) => row.parameters.join("；") },
    { header: "说明 note", cell: (row) => row.clause.note },
  ]);
}

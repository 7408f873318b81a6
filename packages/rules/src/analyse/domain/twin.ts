import type { Formula } from "./formula.js";
import { partsOf } from "./formula.js";
import { Test } from "./test.js";
import { TwinVariable, type Variable } from "./variable.js";

/** A second person who shares everything with the first but one variable. */
export class Twin {
  readonly variable: TwinVariable;
  private readonly made = new Map<Formula, Formula>();

  constructor(of: Variable, name: string) {
    this.variable = new TwinVariable(of, name);
  }

  /** What a condition says of the twin. */
  of(formula: Formula): Formula {
    // a part that does not read the variable says the same of both; what cannot be looked into may read it
    const { variables, opaques } = partsOf(formula);
    if (!variables.has(this.variable.of) && opaques.size === 0) return formula;
    const known = this.made.get(formula);
    if (known !== undefined) return known;
    const twin = this.make(formula);
    this.made.set(formula, twin);
    return twin;
  }

  private make(formula: Formula): Formula {
    switch (formula.kind) {
      case "constant":
        return formula;
      case "test":
        return new Test(this.variable, formula.holds);
      case "opaque":
        return { ...formula };
      case "relation": {
        const terms = formula.form.terms.map(({ term, factor }) => ({
          term: term.variable === this.variable.of ? { ...term, variable: this.variable } : term,
          factor,
        }));
        return { ...formula, form: { ...formula.form, terms } };
      }
      case "not":
        return { kind: "not", arg: this.of(formula.arg) };
      default:
        return { kind: formula.kind, args: formula.args.map((arg) => this.of(arg)) };
    }
  }
}

import type { CivilDate, Decision, Register, Wording } from "@eldercare/core";
import type { RuleInfo } from "../../assess/compiledRule.js";
import type { Engine } from "../../assess/engine.js";
import type { Subject } from "../../assess/subject.js";
import { shiftedBy } from "../../logic/calendar.js";
import { compileTruth } from "../../logic/closures.js";
import { TRUE } from "../../logic/value.js";
import { question as asQuestion, whoIs } from "../en.js";
import { type AskedAbout, askAbout } from "../explain.js";
import { bareTitle } from "../quantityWords.js";
import { quoted } from "../quoted.js";
import { wordDate } from "../valueWords.js";
import { choiceTitle } from "../words/choiceWords.js";
import { changeOf, changesText } from "./changeWords.js";
import type { Counterfactual } from "./counterfactual.js";
import { goalOf } from "./goal.js";
import { searchDates } from "./searchDates.js";
import { searchFacts } from "./searchFacts.js";
import { changeableFacts, fixedPointers } from "./variables.js";

/** When and among what a change is looked for, and which. */
export interface ChangeQuestion {
  readonly on: CivilDate;
  /** The households, areas and facilities that rules look up. */
  readonly register?: Partial<Register>;
  /** Pointers of facts that nobody can change and that are therefore not proposed; `fixedFacts` of the kind of subject unless said. */
  readonly fixed?: readonly string[];
  /** The last day that is looked at for a grant by time alone; thirty years after the day asked unless said. */
  readonly until?: CivilDate;
  /** At most so many sets of facts; five unless said. */
  readonly most?: number;
}

const horizonMonths = 30 * 12;

const refused = new Set<Decision["status"]>(["denied", "notMet"]);

/**
 * Looks for what would turn a refusal into a grant, or make an unmet requirement met: the smallest sets of facts that would
 * have to be otherwise, each with the nearest value that works, fewest facts first; and the first day on which time alone
 * does it. Of an undetermined decision, it says what to ask. What is granted already, or not applicable, has no answer.
 *
 * @param rule key `<pack>/<rule>`
 * @throws EldercareError RULE_NOT_FOUND where no such rule speaks of the subject on that date; whatever `assess` refuses
 * @example
 * const engine = createEngine({ packs: [national] });
 * const [found] = whatWouldChange(engine, { person: { birthDate: "1968-05-01" } }, "cn/category.olderPerson", { on: "2026-11-21" });
 * found.on //=> "2028-05-01"
 * found.text.zh //=> "到2028年5月1日（届时年满60周岁），其他情况不变，即可符合“老年人”的条件。"
 */
export function whatWouldChange(engine: Engine, subject: Subject, rule: string, question: ChangeQuestion): Counterfactual[] {
  const { on, register, until = shiftedBy("addMonths", on, horizonMonths) ?? "9999-12-31", most = 5 } = question;
  const asked = askAbout(engine, subject, rule, on, register);
  const { found, decision, scope } = asked;
  const { parsed } = found.rule;
  if (decision.status === "undetermined") return missingFirst(decision, parsed.info);
  const funding = decision.status === "notApplicable" && parsed.info.kind === "funding";
  if (!refused.has(decision.status) && !funding) return [];
  const fixed = new Set(question.fixed ?? fixedPointers(parsed.info.subject));
  const staff = moreStaff(asked);
  if (staff !== undefined) return [staff];
  const goal = goalOf(parsed);
  const { parameters, subject: kind } = asked.speaking;
  if (goal === undefined || compileTruth(goal, parameters)(scope) === TRUE) return [];
  const measures = decision.status === "notMet";
  const facts = searchFacts(goal, changeableFacts(goal, scope, parameters, fixed), scope, parameters, most).map((change): Counterfactual => {
    const changes = change.facts.map(({ fact, to }) => changeOf(fact, to, asked.speaking));
    return { kind: "facts", changes, proven: change.proven, text: changesText(changes, change.proven, parsed.info.title, kind, measures) };
  });
  const marked = (found: readonly Counterfactual[]): Counterfactual[] => (decision.illustrative ? found.map(onExamples) : [...found]);
  const date = searchDates(engine, found, scope, until, asked.speaking);
  if (date === undefined) return marked(facts);
  return marked([...facts, { kind: "date", ...date, text: dateText(date.on, date.because, parsed.info.title, measures) }]);
}

/** The same, said to stand on example values. */
const onExamples = (found: Counterfactual): Counterfactual => ({
  ...found,
  text: { zh: `${found.text.zh}（按示例值推算，仅供演示。）`, en: `${found.text.en} (Reckoned with example values, for demonstration only.)` },
});

function dateText(on: CivilDate, because: readonly Wording[], rule: Wording, measures: boolean): Wording {
  const day = wordDate(on);
  const why = { zh: because.map(({ zh }) => zh).join("，"), en: because.map(({ en }) => en).join(", ") };
  return {
    zh: `到${day.zh}（${why.zh}），其他情况不变，即可${measures ? "达到" : "符合"}${quoted(rule.zh)}的${measures ? "要求" : "条件"}。`,
    en: `From ${day.en} (${why.en}), all else being as it is, “${rule.en}” ${measures ? "is met" : "is granted"}.`,
  };
}

/** Of an undetermined decision: what to ask first. */
function missingFirst({ missing }: Decision, { title: rule, subject, kind }: RuleInfo): Counterfactual[] {
  if (missing === undefined) return [];
  const ask = missing.toGrant.length > 0 ? missing.toGrant : missing.toDeny;
  const titles = ask.map((each) =>
    bareTitle(
      each.title ?? (kind === "checklist" ? rule : undefined) ?? choiceTitle(("fact" in each ? each.fact : each.parameter).split("/").at(-1) ?? ""),
    ),
  );
  return [
    {
      kind: "missing",
      missing,
      text: {
        zh: `${quoted(rule.zh)}尚不能认定，须先查明：${titles.map(({ zh }) => zh).join("、")}。`,
        en: `“${rule.en}” cannot be decided yet. To be found out first: ${titles.map((title) => asQuestion(title, whoIs(subject, true))).join(", ")}.`,
      },
    },
  ];
}

/** Staff that are short are made up by staff. */
function moreStaff({ decision, found }: AskedAbout): Counterfactual | undefined {
  const { effect, status } = decision;
  if (status !== "notMet" || effect?.kind !== "staffing" || effect.required === undefined || effect.present === undefined) return undefined;
  const { required, present } = effect;
  const change = {
    fact: "/caregivers",
    title: { zh: "工作人员名册", en: "list of staff" },
    from: present,
    to: required,
    words: { zh: `配备人数达到${required}人（现为${present}人）`, en: `the staff reach ${required} (now ${present})` },
  };
  return {
    kind: "facts",
    changes: [change],
    proven: true,
    text: changesText([change], true, found.rule.parsed.info.title, "facility", true),
  };
}

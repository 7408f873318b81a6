import { isCancel, multiselect, select, text } from "@clack/prompts";
import { EldercareError, type Issue } from "@eldercare/core";
import { reportCliIssue } from "../errors/codes.js";
import { reportPackCommand } from "../pack/codes.js";
import type { FormField, Said } from "./formField.js";

/** What options say, by the names of the fields. */
export type Given = Readonly<Partial<Record<string, string>>>;

const pointerOf = ({ option }: FormField): string => `/${option.slice(2)}`;

/** What is wrong with the options as given; nothing is said of those that will be asked for. */
function optionIssues(fields: readonly FormField[], given: Given, willAsk: boolean): Issue[] {
  const said: Record<string, string> = {};
  return fields.flatMap((field): Issue[] => {
    const { name, option, what, expected } = field;
    const written = given[name];
    if (field.applies?.(said) === false)
      // it may be that what it depends on is to be asked for
      return written === undefined || willAsk
        ? []
        : [
            reportCliIssue("OPTION_INVALID", pointerOf(field), {
              seen: written,
              values: { option, "expected.zh": "不写（与其他选项不符）", "expected.en": "none: it does not go with the other options" },
            }),
          ];
    const answer = written ?? (willAsk ? undefined : field.usual?.(said));
    if (answer === undefined)
      return willAsk ? [] : [reportPackCommand("OPTION_MISSING", pointerOf(field), { values: { option, "what.zh": what.zh, "what.en": what.en } })];
    const meant = field.read(answer, said);
    if (meant !== undefined) said[name] = meant;
    if (meant !== undefined) return [];
    const choices = field.choices?.(said).map(({ value }) => value);
    const values =
      choices === undefined
        ? { "expected.zh": expected.zh, "expected.en": expected.en }
        : { "expected.zh": `${expected.zh}：${choices.join("、")}`, "expected.en": `${expected.en}: ${choices.join(", ")}` };
    return [reportCliIssue("OPTION_INVALID", pointerOf(field), { seen: answer, values: { option, ...values } })];
  });
}

/** Asks for one thing at the terminal; undefined where the author gives up. */
async function ask(field: FormField, said: Said): Promise<string | undefined> {
  const { what, example, expected, read } = field;
  const message = `${what.zh} / ${what.en}`;
  const usual = field.usual?.(said);
  const options = field.choices?.(said).map(({ value, words }) => ({ value, label: `${words.zh} / ${words.en}` }));
  if (options !== undefined && field.several) {
    const answer = await multiselect({ message: `${message}（空格选取，回车确定 / space selects, enter ends）`, options, required: false });
    return isCancel(answer) ? undefined : answer.join(",");
  }
  if (options !== undefined) {
    const answer = await select({ message, options, ...(usual === undefined ? {} : { initialValue: usual }) });
    return isCancel(answer) ? undefined : answer;
  }
  const answer = await text({
    message: usual === undefined || usual === "" ? `${what.zh}，如 ${example} / ${what.en}` : message,
    ...(usual === undefined ? {} : { initialValue: usual }),
    validate: (written) => (read(written ?? "", said) !== undefined ? undefined : `应为：${expected.zh} / give ${expected.en}`),
  });
  return isCancel(answer) ? undefined : answer;
}

/**
 * Fills a form from options and, at a terminal, from answers.
 *
 * @param fields what is asked, in its order
 * @param given what options say
 * @param watched whether somebody sits at a terminal
 * @returns every answer; undefined where the author gives up
 * @throws EldercareError OPTION_MISSING, OPTION_INVALID, all at once
 */
export async function fillForm(fields: readonly FormField[], given: Given, watched: boolean): Promise<Said | undefined> {
  const issues = optionIssues(fields, given, watched);
  if (issues.length > 0) throw new EldercareError(issues);
  const said: Record<string, string> = {};
  for (const field of fields) {
    if (field.applies?.(said) === false) continue;
    const answer = given[field.name] ?? (watched ? await ask(field, said) : field.usual?.(said));
    const meant = answer === undefined ? undefined : field.read(answer, said);
    if (meant === undefined) return undefined;
    said[field.name] = meant;
  }
  return said;
}

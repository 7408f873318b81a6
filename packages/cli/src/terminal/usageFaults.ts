/** What commander says of a command line, and the same in Chinese. */
const faults: readonly (readonly [RegExp, (...parts: readonly string[]) => string])[] = [
  [/missing required argument '(.+?)'/, (name) => `缺少参数 <${name}>`],
  [/required option '(.+?)' not specified/, (option) => `缺少选项 ${option}`],
  [/option '(.+?)' argument missing/, (option) => `选项 ${option} 后面缺少取值`],
  [/unknown command '(.+?)'/, (name) => `没有命令 ${name}`],
  [/unknown option '(.+?)'/, (option) => `没有选项 ${option}`],
  [/too many arguments.*?Expected (\d+) arguments? but got (\d+)/, (most, given) => `参数过多：最多 ${most} 个，给了 ${given} 个`],
  [/value '(.+?)' is invalid for argument '(.+?)'\. Allowed choices are (.+?)\./, (value, _, choices) => `参数不能是 ${value}，可用：${choices}`],
];

/**
 * What is wrong with a command line, in Chinese and English.
 *
 * @param fault as the parser of command lines puts it
 */
export function wordUsageFault(fault: string): string {
  for (const [pattern, say] of faults) {
    const parts = pattern.exec(fault)?.slice(1);
    if (parts !== undefined) return `${say(...parts)} / ${fault.replace(/^error: /, "")}`;
  }
  return fault;
}

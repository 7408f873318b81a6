import { defineCodes } from "@eldercare/core";

/** The codes of `@eldercare/cli`, with what each means and what to do. */
export const cliCodes = {
  REGISTER_NOT_FOUND: {
    message: { zh: "找不到花名册文件夹 {seen}", en: "the register's folder {seen} does not exist" },
    advice: {
      zh: "核对路径；文件夹中应有 people、areas 等表（.csv 或 .jsonl）",
      en: "check the path; the folder holds tables such as people and areas (.csv or .jsonl)",
    },
  },
  TABLE_MISSING: {
    message: { zh: "缺少表 {table}", en: "the table {table} is missing" },
    advice: {
      zh: "在文件夹中放入 {table}.csv 或 {table}.jsonl；Excel 工作簿请另存为“CSV UTF-8”",
      en: "put {table}.csv or {table}.jsonl into the folder; save an Excel workbook as “CSV UTF-8” first",
    },
  },
  TABLE_TWICE: {
    message: { zh: "表 {table} 同时存在 .csv 和 .jsonl 两个文件", en: "the table {table} exists twice, as .csv and as .jsonl" },
    advice: { zh: "只保留其中一个", en: "keep one of the two" },
  },
  FILE_NOT_READABLE: {
    message: { zh: "无法读取文件：{reason.zh}", en: "the file cannot be read: {reason.en}" },
    advice: {
      zh: "核对文件是否存在、是否有读取权限、是否被其他程序占用",
      en: "check that the file exists, may be read, and is not locked by another program",
    },
  },
  WORKBOOK_NOT_TEXT: {
    message: { zh: "这是 Excel 工作簿，不是文本文件", en: "this is an Excel workbook, not a text file" },
    advice: { zh: "在 Excel 或 WPS 中另存为“CSV UTF-8（逗号分隔）”", en: "save it in Excel or WPS as “CSV UTF-8 (comma delimited)”" },
  },
  ENCODING_UNKNOWN: {
    message: {
      zh: "文件编码既不是 UTF-8、UTF-16，也不是 GB18030（GBK）",
      en: "the file is neither UTF-8, nor UTF-16 with a byte order mark, nor GB18030 (GBK)",
    },
    advice: { zh: "另存为 UTF-8 编码后重试", en: "save the file as UTF-8 and try again" },
  },
  HEADER_MISSING: {
    message: { zh: "表中没有标题行", en: "the table has no header row" },
    advice: { zh: "第一行写列名，例如 id、birthDate 或 出生日期", en: "name the columns in the first row, for example id, birthDate or 出生日期" },
  },
  NOT_COMMA_SEPARATED: {
    message: { zh: "标题行 {seen} 不是用逗号分隔的", en: "the header row {seen} is not separated by commas" },
    advice: { zh: "另存为逗号分隔的 CSV 文件", en: "save the table with commas between its columns" },
  },
  COLUMN_MISSING: {
    message: { zh: "缺少必填列 {column}", en: "the required column {column} is missing" },
    advice: { zh: "补上该列，列名用字段路径或中文名称", en: "add the column, named by its field's path or Chinese title" },
  },
  UNKNOWN_COLUMN: {
    message: { zh: "不认识的列名 {seen}{hint.zh}", en: "unknown column {seen}{hint.en}" },
    advice: {
      zh: "列名用字段路径（如 residence.area）或字段的中文名称；本地特有的数据用 facts. 开头的列",
      en: "name a column by its field's path (residence.area) or Chinese title; local data belongs in columns that begin with facts.",
    },
  },
  DUPLICATE_COLUMN: {
    message: { zh: "列 {seen} 与列 {other} 是同一字段", en: "column {seen} is the same field as column {other}" },
    advice: { zh: "删除其中一列", en: "remove one of the two" },
  },
  CSV_MALFORMED: {
    message: { zh: "自此行起不是规范的 CSV（{reason}）", en: "not well-formed CSV from this line on ({reason})" },
    advice: {
      zh: "核对引号：含逗号、引号或换行的单元格须用双引号括起，其中的双引号写两个",
      en: "check the quotes: a cell with a comma, quote or line break stands in double quotes, and a quote inside is doubled",
    },
  },
  CELL_WITHOUT_COLUMN: {
    message: { zh: "单元格 {seen} 没有对应的列名", en: "cell {seen} stands under no column name" },
    advice: { zh: "为该列补上列名，或核对本行是否多了逗号", en: "name the column, or check the row for a comma too many" },
  },
  JSON_MALFORMED: {
    message: { zh: "不是规范的 JSON：第 {column} 列附近有误", en: "not well-formed JSON: wrong near column {column}" },
    advice: { zh: "每行写一个完整的 JSON 对象", en: "write one whole JSON object on each line" },
  },
  CELL_NOT_JSON: {
    message: { zh: "单元格 {seen} 不是规范的 JSON", en: "cell {seen} is not well-formed JSON" },
    advice: { zh: "此列写 JSON，例如 {example}", en: "this column holds JSON, for example {example}" },
  },
  NOT_A_BOOLEAN: {
    message: { zh: "{seen} 不是“是”或“否”", en: "{seen} is neither true nor false" },
    advice: { zh: "填 是/否、true/false 或 1/0；不清楚时留空", en: "give true/false, 1/0 or 是/否; leave the cell empty where it is unknown" },
  },
  NOT_NULLABLE: {
    message: { zh: "此列不能填“无”（{seen}）", en: "this column cannot be known to be none ({seen})" },
    advice: {
      zh: "不清楚时留空；列表类字段没有任何项时填 []",
      en: "leave the cell empty where it is unknown; write [] for a list known to be empty",
    },
  },
  EXCEL_SERIAL_DATE: {
    message: { zh: "{seen} 是 Excel 的日期序号，不是日期", en: "{seen} is Excel's serial number of a day, not a date" },
    advice: { zh: "在 Excel 中把该列设为“文本”或“yyyy-mm-dd”格式后重新保存", en: "format the column as text or yyyy-mm-dd in Excel and save again" },
  },
  SCIENTIFIC_AREA_CODE: {
    message: {
      zh: "区划代码 {seen} 被 Excel 改成了科学计数法，已丢失位数",
      en: "Excel turned the area code {seen} into scientific notation; digits are lost",
    },
    advice: { zh: "把该列设为“文本”格式，重新填写完整代码后保存", en: "format the column as text, enter the whole codes again and save" },
  },
  CELLS_CONTRADICT: {
    message: { zh: "{seen} 与同一行 {other} 列的内容矛盾", en: "{seen} contradicts the column {other} of the same row" },
    advice: { zh: "两处只填一处，或改为一致", en: "fill only one of the two, or make them agree" },
  },
  ASSUMPTIONS_MALFORMED: {
    message: { zh: "假定坐标文件格式不对", en: "the file of assumed places is not of its shape" },
    advice: {
      zh: '写成 {"places": [{"area": "区划代码", "place": {"lng": 经度, "lat": 纬度}}]}',
      en: 'write {"places": [{"area": "an area code", "place": {"lng": degrees, "lat": degrees}}]}',
    },
  },
  NO_VILLAGES: {
    message: { zh: "区划表中没有村（居）", en: "the areas hold no village" },
    advice: { zh: "提供 12 位代码的村（居）一级区划", en: "give areas of the village tier, with codes of 12 digits" },
  },
  NOT_A_PEOPLE_COUNT: {
    message: { zh: "人数 {seen} 不是不小于 1 的整数", en: "{seen} is not a number of people: a whole number of at least 1" },
    advice: { zh: "填写不小于 1 的整数，例如 5000", en: "give a whole number of at least 1, for example 5000" },
  },
  NOT_A_SEED: {
    message: { zh: "随机种子 {seen} 不是整数", en: "the seed {seen} is not a whole number" },
    advice: { zh: "填写整数，例如 1", en: "give a whole number, for example 1" },
  },
  OPTION_INVALID: {
    message: { zh: "选项 {option} 的取值 {seen} 不对", en: "option {option} cannot be {seen}" },
    advice: { zh: "应为：{expected.zh}", en: "give {expected.en}" },
  },
  OPTIONS_CONFLICT: {
    message: { zh: "选项 {first} 与 {second} 不能同时使用", en: "options {first} and {second} do not go together" },
    advice: { zh: "去掉其中一个", en: "leave one of them out" },
  },
  FILE_NOT_JSON: {
    message: { zh: "文件不是 JSON：{reason}", en: "the file is not JSON: {reason}" },
    advice: { zh: "检查所指位置的逗号、引号和括号", en: "check commas, quotes and brackets at that place" },
  },
  OUT_NOT_WRITABLE: {
    message: { zh: "无法写入 {seen}：{reason.zh}", en: "cannot write to {seen}: {reason.en}" },
    advice: { zh: "核对路径和写入权限，或用 --out 另选位置", en: "check the path and permissions, or choose another place with --out" },
  },
  PACK_NOT_IN_FORCE: {
    severity: "warning",
    message: { zh: "政策包 {seen} 在 {on} 尚未施行或已失效，其规则不参与认定", en: "pack {seen} is not in force on {on}: its rules were not asked" },
    advice: { zh: "核对认定日期 --on（该包施行期：{from} 至 {to}）", en: "check the date asked about, --on (in force {from} – {to})" },
  },
  PACK_FOR_OTHER_AREA: {
    message: { zh: "政策包 {pack} 适用于 {seen}，花名册的区划都不在其内", en: "pack {pack} is for {seen}, and no area of the register lies inside" },
    advice: {
      zh: "换用本地的政策包，或核对其 area 和花名册的区划代码",
      en: "use the pack of the place, or check its area and the area codes of the register",
    },
  },
  PACK_WITHOUT_RULES: {
    severity: "warning",
    message: { zh: "政策包 {seen} 没有规则，不作任何认定", en: "pack {seen} has no rule: it decides nothing" },
    advice: { zh: "在 rules 中至少写一条规则", en: "write at least one rule in `rules`" },
  },
  WINDOW_ENDS_BEFORE_IT_BEGINS: {
    message: { zh: "可上门时段的结束时刻 {seen} 早于开始时刻", en: "the window's end {seen} is before its beginning" },
    advice: { zh: "核对起止时刻；跨午夜的时段拆成两个", en: "check both times; split a window that passes midnight" },
  },
  TOWNSHIP_WITHOUT_TEAM: {
    severity: "note",
    message: {
      zh: "乡镇 {seen} 有 {visits} 次上门，没有上门队伍（另有 {staff} 人在设施内工作）",
      en: "township {seen} has {visits} visits and no visiting team ({staff} caregivers work inside its facilities)",
    },
    advice: {
      zh: "把上门人员的 area 写成该乡镇的代码（9 位）",
      en: "give the township's code (9 digits) as the area of those who visit homes",
    },
  },
  CAREGIVER_WITHOUT_TOWNSHIP: {
    severity: "note",
    message: {
      zh: "{count} 名护理人员的服务区域大于乡镇，未编入上门队伍",
      en: "{count} caregivers serve more than one township and were not put into a visiting team",
    },
    advice: { zh: "把 area 写成乡镇代码（9 位）", en: "give a township code (9 digits) as their area" },
  },
} as const;

/** A code of `@eldercare/cli`. */
export type CliCode = keyof typeof cliCodes;

/** Reports an issue under a code of `@eldercare/cli`. */
export const reportCliIssue = defineCodes<CliCode>(cliCodes);

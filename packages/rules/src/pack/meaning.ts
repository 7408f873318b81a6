import { didYouMean, type FieldSpec, type FieldType, type Issue, jsonPointer, type SubjectKind, type Wording } from "@eldercare/core";
import { reportRules } from "../errors/codes.js";
import { booleanType, type Join, type Node } from "../logic/node.js";
import { type Meaning, mostLevels, mostSteps, parseLogic, type TableUse } from "../logic/parseLogic.js";
import { fitsType, printType } from "../logic/typeWords.js";
import type { Value } from "../logic/value.js";
import { factNode, joinSubject, ownFields, ownJoins, resolveField } from "../logic/vocabulary.js";
import { noPlugins, ownerOf, type Plugins } from "../plugin/plugins.js";
import { factFieldNode, givenFactNode, memberFieldNode } from "./factReadings.js";
import { typeOfFact } from "./factTypes.js";
import type { ClosedWorld, Fact, Pack, Parameter, Table } from "./pack.js";
import { parameterType } from "./parametersOn.js";

interface Declared<Thing> {
  readonly thing: Thing;
  readonly pack: Pick<Pack, "id">;
}

/** The id under which a member of a list names a person of the register. */
const personField = "person";

/** What every name means in a chain of packs, and what was found wrong on the way; pointers lead into the pack named first. */
export class ChainMeaning {
  readonly parameters = new Map<string, Declared<Parameter>>();
  private readonly facts = new Map<string, Declared<Fact>>();
  /** Tables by name. */
  readonly tables = new Map<string, Declared<Table>>();
  private readonly lookedUp = new Set<string>();
  /** Tables read with their own inputs, by subject and name: rules that look one up share its node. */
  private readonly tablesRead = new Map<string, Node>();
  private readonly closed = new Map<string, Value>();
  private readonly defined = new Map<string, Node | undefined>();
  private readonly underway: string[] = [];
  /** Issues by pack id: those of a fact belong to the pack that declares it. */
  readonly issues: Map<string, Issue[]>;
  private readonly plugins: Plugins;

  constructor(chain: readonly Pack[], issues: Map<string, Issue[]>, plugins: Plugins = noPlugins) {
    this.issues = issues;
    this.plugins = plugins;
    for (const [name, fact] of plugins.facts) this.facts.set(`${fact.subject}/${name}`, { thing: fact, pack: { id: ownerOf(fact.plugin) } });
    for (const pack of chain) {
      for (const [id, parameter] of Object.entries(pack.parameters)) this.declare(this.parameters, id, parameter, pack, ["parameters", id]);
      for (const [name, fact] of Object.entries(pack.facts)) this.declare(this.facts, `${fact.subject}/${name}`, fact, pack, ["facts", name]);
      for (const [name, table] of Object.entries(pack.tables ?? {})) this.declare(this.tables, name, table, pack, ["tables", name]);
      for (const [index, entry] of (pack.closedWorld ?? []).entries()) this.close(entry, pack, `/closedWorld/${index}`);
    }
  }

  /** Takes an entry of the closed world where its field exists and can hold its value. */
  private close({ subject, field, value }: ClosedWorld, pack: Pack, pointer: string): void {
    const resolved = resolveField(subject, field)?.spec;
    const declared = this.facts.get(`${subject}/${field}`)?.thing;
    const type = resolved?.type ?? (declared === undefined ? undefined : typeOfFact(declared));
    const issues = this.issuesOf(pack);
    if (type === undefined) {
      const known = [...ownFields(subject).map((spec) => spec.path), ...this.factNames(subject)];
      issues.push(reportRules("FIELD_NOT_FOUND", `${pointer}/field`, { seen: field, values: { subject, ...didYouMean(field, known) } }));
    } else if (value === null ? resolved?.nullable !== true : !fitsType(value, type))
      issues.push(reportRules("TYPE_MISMATCH", `${pointer}/value`, { seen: String(value), values: { expected: printType(type) } }));
    else this.closed.set(`${subject}/${field}`, value);
  }

  private declare<Thing>(into: Map<string, Declared<Thing>>, key: string, thing: Thing, pack: Pack, path: string[]): void {
    const owner = into.get(key)?.pack.id;
    if (owner !== undefined) this.issuesOf(pack).push(reportRules("NAME_TAKEN", jsonPointer(path), { seen: path.at(-1), values: { owner } }));
    else into.set(key, { thing, pack });
  }

  /** Reads every definition, used or not, so that none is wrong unnoticed. */
  readAll(): void {
    for (const [key, declared] of this.facts) {
      const [subject, name] = key.split("/") as [SubjectKind, string];
      this.definedNode(subject, name, declared, undefined);
    }
  }

  /** The facts that a pack asks of the records of a subject as they are, with their types. */
  askedOf(subject: SubjectKind): { readonly name: string; readonly type: FieldType }[] {
    return [...this.facts].flatMap(([key, { thing }]) =>
      key.startsWith(`${subject}/`) && thing.is === undefined && thing.count === undefined && thing.share === undefined
        ? [{ name: key.slice(subject.length + 1), type: typeOfFact(thing) }]
        : [],
    );
  }

  issuesOf(pack: Pick<Pack, "id">): Issue[] {
    const known = this.issues.get(pack.id);
    if (known !== undefined) return known;
    const made: Issue[] = [];
    this.issues.set(pack.id, made);
    return made;
  }

  /** The unit of a declared fact; an exact fraction without one is a share. */
  unitOf(subject: SubjectKind, name: string): string | undefined {
    const fact = this.facts.get(`${subject}/${name}`)?.thing;
    return fact?.unit ?? (fact?.type === "rational" ? "share" : undefined);
  }

  /** What the values of a declared fact are called, or, by `name.field`, those of a field of its records. */
  titlesOf(subject: SubjectKind, name: string): Readonly<Record<string, Wording>> | undefined {
    const [first = "", ...rest] = name.split(".");
    const fact = this.facts.get(`${subject}/${first}`)?.thing;
    const field = rest.join(".");
    if (field === "") return fact?.titles;
    return Object.hasOwn(fact?.fields ?? {}, field) ? fact?.fields?.[field]?.titles : undefined;
  }

  /** Names as a condition about one kind of subject sees them. */
  of(subject: SubjectKind): Meaning {
    return {
      subject,
      variable: (path, pointer, issues) => this.variable(subject, path, pointer, issues),
      parameter: (id, pointer, issues) => this.parameter(id, pointer, issues),
      table: (name, pointer, issues) => this.table(subject, name, pointer, issues),
      plugins: this.plugins.ids,
      operator: (name) => this.plugins.operators.get(name),
      within: (list, fields) => this.within(subject, list, fields),
    };
  }

  /** Names of the tables that some expression looks up. */
  get tablesUsed(): ReadonlySet<string> {
    return this.lookedUp;
  }

  private table(subject: SubjectKind, name: string, pointer: string, issues: Issue[], list?: string): TableUse | undefined {
    const declared = this.tables.get(name);
    if (declared === undefined) {
      issues.push(reportRules("TABLE_NOT_FOUND", pointer, { seen: name, values: didYouMean(name, [...this.tables.keys()]) }));
      return undefined;
    }
    this.lookedUp.add(name);
    const own = this.issuesOf(declared.pack);
    const at = jsonPointer(["tables", name]);
    return {
      table: declared.thing,
      pointer: at,
      report: (issue) => {
        if (!own.some(({ code, pointer: where, seen }) => code === issue.code && where === issue.pointer && seen === issue.seen)) own.push(issue);
      },
      read: (read, shared) => {
        const key = `${subject}/table ${name}`;
        const sharedKey = shared && list === undefined ? key : undefined;
        const known = sharedKey === undefined ? undefined : this.tablesRead.get(sharedKey);
        if (known !== undefined) return known;
        const node = this.guarded(key, at, own, read);
        if (sharedKey !== undefined && node !== undefined) this.tablesRead.set(sharedKey, node);
        return node;
      },
    };
  }

  /** Reads a definition unless it is being read already, or lies too deep; either is reported. */
  private guarded<Result>(key: string, pointer: string, issues: Issue[], read: () => Result): Result | undefined {
    if (this.underway.length > mostLevels) {
      issues.push(reportRules("LOGIC_TOO_LARGE", pointer, { values: { most: String(mostSteps), depth: String(mostLevels) } }));
      return undefined;
    }
    if (this.underway.includes(key)) {
      issues.push(reportRules("FACTS_IN_CIRCLE", pointer, { values: { path: [...this.underway, key].join(" → ") } }));
      return undefined;
    }
    this.underway.push(key);
    const result = read();
    this.underway.pop();
    return result;
  }

  /** Names as a condition about one member of a list sees them: its fields, and those of the person whom it names. */
  private within(subject: SubjectKind, list: string, fields: readonly FieldSpec[]): Meaning {
    const namesPerson = fields.some(({ path, type }) => path === personField && type.kind === "text");
    return {
      ...this.of(subject),
      table: (name, pointer, issues) => this.table(subject, name, pointer, issues, list),
      variable: (path, pointer, issues) => {
        const spec = fields.find((field) => field.path === path);
        if (spec !== undefined) return memberFieldNode(list, spec);
        const ofPerson = `${personField}.`;
        if (namesPerson && path.startsWith(ofPerson)) return this.joined(personField, path.slice(ofPerson.length), subject, path, pointer, issues);
        const known = [...fields.map((field) => field.path), ...(namesPerson ? [ofPerson] : [])];
        issues.push(reportRules("FIELD_NOT_FOUND", pointer, { seen: path, values: { subject: list, ...didYouMean(path, known) } }));
        return undefined;
      },
    };
  }

  private parameter(id: string, pointer: string, issues: Issue[]): Node | undefined {
    const declared = this.parameters.get(id);
    if (declared === undefined) {
      issues.push(reportRules("PARAMETER_NOT_FOUND", pointer, { seen: id, values: didYouMean(id, [...this.parameters.keys()]) }));
      return undefined;
    }
    const type = parameterType(declared.thing);
    return { op: "param", id, type, leaf: { key: `param:${id}`, parameter: id, title: declared.thing.title, type, nullable: false } };
  }

  private variable(subject: SubjectKind, path: string, pointer: string, issues: Issue[]): Node | undefined {
    const [head, ...rest] = path.split(".");
    const join = rest.length > 0 ? ownJoins(subject).find((name) => name === head) : undefined;
    return this.joined(join, join === undefined ? path : rest.join("."), subject, path, pointer, issues);
  }

  /** A field or fact by its name, of the subject or of the record that a join leads to. */
  private joined(join: Join | undefined, name: string, subject: SubjectKind, path: string, pointer: string, issues: Issue[]): Node | undefined {
    const target = join === undefined ? subject : joinSubject[join];
    const field = resolveField(target, name);
    if (field !== undefined) return factNode(target, field, join, this.closed.get(`${target}/${name}`));
    const declared = this.facts.get(`${target}/${name}`);
    if (declared !== undefined) return this.definedNode(target, name, declared, join);
    const part = factFieldNode((fact) => this.facts.get(`${target}/${fact}`)?.thing, name, join);
    if (part !== undefined) return part;
    const prefix = join === undefined ? "" : `${join}.`;
    const known =
      join === undefined
        ? [...ownFields(subject).map((spec) => spec.path), ...ownJoins(subject).map((own) => `${own}.`), ...this.factNames(subject)]
        : [...ownFields(target).map((spec) => prefix + spec.path), ...this.factNames(target).map((fact) => prefix + fact)];
    issues.push(reportRules("FIELD_NOT_FOUND", pointer, { seen: path, values: { subject, ...didYouMean(path, known) } }));
    return undefined;
  }

  private factNames(subject: SubjectKind): string[] {
    return [...this.facts.keys()].filter((key) => key.startsWith(`${subject}/`)).map((key) => key.slice(subject.length + 1));
  }

  private definedNode(subject: SubjectKind, name: string, { thing: fact, pack }: Declared<Fact>, join: Join | undefined): Node | undefined {
    if (fact.is === undefined && fact.count === undefined && fact.share === undefined)
      return givenFactNode(name, fact, join, this.closed.get(`${subject}/${name}`));
    const body = this.body(subject, name, fact, pack);
    if (body === undefined) return undefined;
    if (body.op === "aggregate" && join !== undefined) {
      const key = jsonPointer([join, "facts", name]);
      return { ...body, join, leaf: { ...body.leaf, key, pointer: key } };
    }
    if (body.op === "aggregate") return body;
    return { op: "defined", name, subject, title: fact.title, body, type: typeOfFact(fact), ...(join === undefined ? {} : { join }) };
  }

  /** Parses a definition once; reports where definitions go in a circle. */
  private body(subject: SubjectKind, name: string, fact: Fact, pack: Pick<Pack, "id">): Node | undefined {
    const key = `${subject}/${name}`;
    if (this.defined.has(key)) return this.defined.get(key);
    const issues = this.issuesOf(pack);
    const pointer = jsonPointer(["facts", name]);
    const circular = this.underway.length > mostLevels || this.underway.includes(key);
    const node = this.guarded(key, pointer, issues, () => this.parseBody(subject, name, fact, pointer, issues));
    if (circular) return undefined;
    this.defined.set(key, node);
    return node;
  }

  private parseBody(subject: SubjectKind, name: string, fact: Fact, pointer: string, issues: Issue[]): Node | undefined {
    const type = typeOfFact(fact);
    if (fact.is !== undefined) return parseLogic(fact.is, type, `${pointer}/is`, this.of(subject), issues);
    const counted = fact.share ?? fact.count;
    if (counted === undefined) return undefined;
    const at = `${pointer}/${fact.share === undefined ? "count" : "share"}`;
    const facility = this.of("facility");
    const where = parseLogic(counted.where, booleanType, `${at}/where`, facility, issues);
    const among = fact.share === undefined ? undefined : parseLogic(fact.share.among, booleanType, `${at}/among`, facility, issues);
    if (where === undefined || (fact.share !== undefined && among === undefined)) return undefined;
    const key = jsonPointer(["facts", name]);
    const leaf = { key, pointer: key, title: fact.title, type, nullable: false };
    return { op: "aggregate", name, where, type, leaf, ...(among === undefined ? {} : { among }) };
  }
}

import ts from "typescript";

/** What an example says a statement gives, and what it gave. */
export interface Comparison {
  /** The statement as written. */
  readonly statement: string;
  readonly actual: unknown;
  readonly expected: unknown;
}

type Load = (specifier: string) => Promise<Readonly<Record<string, unknown>>>;

const marker = /\/\/=>[ \t]*(.*)/;

/** The value that a comment after a statement promises: on the same line, or on lines of its own right below. */
function promised(text: string, from: number, to: number): string | undefined {
  return marker.exec(text.slice(from, to))?.[1]?.trim();
}

function importStatement(node: ts.ImportDeclaration): string {
  const specifier = node.moduleSpecifier.getText();
  const bindings = node.importClause?.namedBindings;
  if (node.importClause?.isTypeOnly === true) return "";
  if (bindings === undefined || !ts.isNamedImports(bindings)) throw new SyntaxError(`an example imports names in braces: ${node.getText()}`);
  const names = bindings.elements
    .filter((element) => !element.isTypeOnly)
    .map((element) => (element.propertyName === undefined ? element.name.text : `${element.propertyName.text}: ${element.name.text}`));
  return `const { ${names.join(", ")} } = await $load(${specifier});`;
}

function checked(statement: ts.Statement, value: string): string {
  const compare = (expression: string): string =>
    `await $compare(${JSON.stringify(statement.getText())}, async () => (${expression}), () => (${value}));`;
  if (ts.isExpressionStatement(statement)) return compare(statement.expression.getText());
  const name = ts.isVariableStatement(statement) ? statement.declarationList.declarations[0]?.name : undefined;
  if (name === undefined || !ts.isIdentifier(name)) throw new SyntaxError(`//=> follows an expression or a constant: ${statement.getText()}`);
  return `${statement.getText()}\n${compare(name.text)}`;
}

/** The example as the body of an asynchronous function of `$load` and `$compare`. */
function compile(code: string): string {
  const source = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const lines = source.statements.map((statement, index) => {
    const value = promised(code, statement.end, source.statements[index + 1]?.getStart() ?? code.length);
    if (ts.isImportDeclaration(statement)) return importStatement(statement);
    return value === undefined ? statement.getText() : checked(statement, value);
  });
  const { outputText, diagnostics } = ts.transpileModule(`async () => {\n${lines.join("\n")}\n}`, {
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true },
  });
  const problem = diagnostics?.[0];
  if (problem !== undefined) throw new SyntaxError(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
  return outputText.trim().replace(/;$/, "");
}

/**
 * Runs an example: its statements in order, in one scope.
 *
 * @param code the example; `//=> value` after a statement promises its value
 * @param scope names that the example may use without importing them
 * @param load gives the module behind a specifier that the example imports
 * @returns what was promised and what came of it, in order
 * @throws whatever the example throws; SyntaxError where it cannot be read
 */
export async function runExample(code: string, scope: Readonly<Record<string, unknown>>, load: Load): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  const compare = async (statement: string, actual: () => Promise<unknown>, expected: () => unknown): Promise<void> => {
    comparisons.push({ statement, actual: await actual(), expected: expected() });
  };
  const names = Object.keys(scope).filter((name) => name !== "default");
  const body = new Function("$load", "$compare", ...names, `"use strict"; return (${compile(code)})();`);
  await body(load, compare, ...names.map((name) => scope[name]));
  return comparisons;
}

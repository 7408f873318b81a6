import ts from "typescript";

/** One `@example` of a docstring. */
export interface DocstringExample {
  /** Name of what the docstring describes, dotted for members. */
  readonly symbol: string;
  readonly code: string;
}

/** A declaration that other files may import, with the examples that its docstring gives. */
export interface DocumentedExport {
  readonly symbol: string;
  readonly examples: readonly DocstringExample[];
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.ExportKeyword);

const withoutStars = (comment: string): string[] =>
  comment
    .replace(/^\/\*\*/, "")
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""));

const isFence = (line: string): boolean => line.trimStart().startsWith("```");

/** The examples of one docstring: from `@example` to the next tag, the source clause or the end. */
function examplesIn(comment: string, symbol: string): DocstringExample[] {
  const examples: string[][] = [];
  let current: string[] | undefined;
  for (const line of withoutStars(comment)) {
    if (/^\s*@example\b/.test(line)) {
      current = [];
      examples.push(current);
    } else if (/^\s*(?:@\w+|Source:)/.test(line)) current = undefined;
    else if (!isFence(line)) current?.push(line);
  }
  return examples.map((lines) => ({ symbol, code: lines.join("\n").trim() }));
}

function documented(node: ts.Node, symbol: string): DocumentedExport {
  const comments = ts.getJSDocCommentsAndTags(node).filter((part) => ts.isJSDoc(part));
  return { symbol, examples: comments.flatMap((comment) => examplesIn(comment.getText(), symbol)) };
}

function members(node: ts.ClassDeclaration | ts.InterfaceDeclaration, owner: string): DocumentedExport[] {
  return [...node.members].flatMap((member) => (member.name === undefined ? [] : [documented(member, `${owner}.${member.name.getText()}`)]));
}

/**
 * What a source file exports, members of classes and interfaces included, each with its examples.
 *
 * @param file name that positions are reported under
 * @param text the source
 */
export function collectExamples(file: string, text: string): DocumentedExport[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.filter(isExported).flatMap((statement): DocumentedExport[] => {
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map((declaration) => ({
        ...documented(statement, declaration.name.getText()),
        symbol: declaration.name.getText(),
      }));
    if (ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement)) {
      const name = statement.name?.text ?? "default";
      return [documented(statement, name), ...members(statement, name)];
    }
    if (ts.isFunctionDeclaration(statement) || ts.isTypeAliasDeclaration(statement) || ts.isEnumDeclaration(statement))
      return [documented(statement, statement.name?.text ?? "default")];
    return [];
  });
}

import { posix } from 'node:path';
import ts from 'typescript';

/** What a folder of src may import, besides itself. */
export interface Neighbours {
  readonly folders: readonly string[];
  /** Folders or files of which only types may be taken. */
  readonly types?: readonly string[];
  /** Names of packages; `node:` stands for all that Node brings. */
  readonly packages: readonly string[];
  readonly because: string;
}

export interface Source {
  /** From the root of the repository: `src/rules/toll.ts`. */
  readonly path: string;
  readonly text: string;
}

interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

/** The longest file that still has one idea. */
const LONGEST_FILE = 250;

const SQL =
  /^\s*(select\s[\s\S]*\bfrom\b|insert\s+(or\s+\w+\s+)?into\s|update\s+\w+\s+set\s|delete\s+from\s|(create|alter|drop)\s+(unique\s+)?(table|index|trigger|view)\s|pragma\s+\w+|begin(\s+(immediate|exclusive|transaction))?\s*;?$|savepoint\s+\w)/i;

/** The folder of a file in src; '' for what lies in src itself, undefined outside of it. */
function folderOf(path: string): string | undefined {
  const [root, ...below] = path.split('/');
  if (root !== 'src') return undefined;
  return below.length > 1 ? below[0] : '';
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

const parse = ({ path, text }: Source): ts.SourceFile =>
  ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);

function takesTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (importClause === undefined) return false;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = importClause;
  if (name !== undefined || namedBindings === undefined || !ts.isNamedImports(namedBindings))
    return false;
  return namedBindings.elements.every((element) => element.isTypeOnly);
}

function importOf(node: ts.Node): Import | undefined {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { from: node.moduleSpecifier.text, typesOnly: takesTypesOnly(node) };
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument;
    if (ts.isStringLiteral(literal)) return { from: literal.text, typesOnly: true };
  }
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
    const [asked] = node.arguments;
    const known = asked !== undefined && ts.isStringLiteralLike(asked);
    return { from: known ? asked.text : '(computed)', typesOnly: false };
  }
  return undefined;
}

const covers = (allowed: string, path: string): boolean =>
  path === `src/${allowed}` || path.startsWith(`src/${allowed}/`);

function isAllowed({ path }: Source, { from, typesOnly }: Import, may: Neighbours): boolean {
  if (from.startsWith('.')) {
    const target = posix.join(posix.dirname(path), from);
    const own = folderOf(path);
    if (own !== '' && folderOf(target) === own) return true;
    if (may.packages.includes(target)) return true;
    const open = typesOnly ? [...may.folders, ...(may.types ?? [])] : may.folders;
    return open.some((allowed) => covers(allowed, target));
  }
  // By function, so that a command loads no more than it calls.
  if (from === 'date-fns') return false;
  return may.packages.some((name) =>
    name === 'node:' ? from.startsWith(name) : from === name || from.startsWith(`${name}/`),
  );
}

/** Every import of a file that its folder may not make, with the reason of the rule. */
export function foreignImports(
  source: Source,
  table: Readonly<Record<string, Neighbours>>,
): string[] {
  const folder = folderOf(source.path) ?? '';
  const may = table[folder === '' ? posix.basename(source.path) : folder];
  if (may === undefined)
    return [`${source.path}: ${folder || 'this file'} is not in the table of imports`];
  const found: string[] = [];
  walk(parse(source), (node) => {
    const made = importOf(node);
    if (made === undefined || isAllowed(source, made, may)) return;
    found.push(
      `${source.path} imports ${made.from}${made.typesOnly ? ' (types)' : ''}: ${may.because}`,
    );
  });
  return found;
}

const isGlobal = (node: ts.Node, name: string): boolean => {
  if (!ts.isIdentifier(node) || node.text !== name) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node)
    return ts.isIdentifier(parent.expression) && parent.expression.text === 'globalThis';
  return !(
    ts.isPropertyAssignment(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isMethodDeclaration(parent)
  );
};

const asksTheTime = (node: ts.Node): boolean => {
  const named = (expression: ts.Expression) =>
    ts.isIdentifier(expression) && expression.text === 'Date';
  if (ts.isNewExpression(node))
    return named(node.expression) && (node.arguments ?? []).length === 0;
  if (ts.isPropertyAccessExpression(node))
    return named(node.expression) && node.name.text === 'now';
  return ts.isCallExpression(node) && named(node.expression);
};

const isSql = (node: ts.Node): boolean =>
  (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && SQL.test(node.text);

/** What a file does that only another folder may do. */
export function strayWork(source: Source): string[] {
  const { path, text } = source;
  const folder = folderOf(path);
  const found: string[] = [];
  const say = (what: string) => found.push(`${path}: ${what}`);
  const lines = text.replace(/\n$/, '').split('\n').length;
  if (lines > LONGEST_FILE) say(`${lines} lines; ${LONGEST_FILE} are the limit`);
  walk(parse(source), (node) => {
    if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined)
      say(`${node.getText()}: no barrels`);
    if (folder !== 'store' && isSql(node))
      say(`SQL belongs in store: ${node.getText().slice(0, 40)}`);
    if (folder === 'platform') return;
    if (asksTheTime(node)) say('the time comes from platform');
    if (isGlobal(node, 'console')) say('console belongs in platform');
    if (isGlobal(node, 'process')) say('process belongs in platform');
  });
  return found;
}

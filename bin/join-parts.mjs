/** As esbuild prints them, each on lines of its own. */
const IMPORTED = /^import (?:(\w+) from |\{([^}]*)\} from )?"([^"]+)";\n/gm;
const EXPORTED = /^export \{([^}]*)\};\n/m;
const LOADED_LATER = /\bimport\("([^"]+)"\)/g;
const LEFT_OVER = /^(?:import|export)\b.*/m;

const OWN_NAMES = /\b__(?:part|parts|made|whole)\b/;
const BEGINNING = `const __made = new Map();
function __part(name) {
  let found = __made.get(name);
  if (found === undefined) __made.set(name, (found = __parts[name]()));
  return found;
}
// A package that is CommonJS has what it exports as its default, too.
const __whole = (loaded) => (loaded.__esModule ? loaded : { ...loaded, default: loaded });
`;

/**
 * One text of a program that esbuild cut into ES modules: each is a function, called when another one first asks for it. So
 * V8 makes nothing of the parts that a command does not use; of one module it would make every function of the program.
 *
 * @param parts the text of each module by its file name
 * @param first the one to begin with
 */
export function joined(parts, first) {
  const functions = [...parts].map(([name, text]) => `"${name}"() {\n${bodyOf(text, parts)}}`);
  return `${BEGINNING}const __parts = {\n${functions.join(',\n')}\n};\n__part("${first}");\n`;
}

function bodyOf(text, parts) {
  const wanted = [];
  const body = text
    .replace(IMPORTED, (_import, whole, names, path) => {
      const found = partIn(path, parts) ?? `require("${path}")`;
      const taken = whole ?? (names && `{${names.replaceAll(' as ', ': ')}}`);
      wanted.push(taken === undefined ? `${found};\n` : `var ${taken} = ${found};\n`);
      return '';
    })
    .replace(
      EXPORTED,
      (_export, names) => `return {${names.replace(/(\w+) as (\w+)/g, '$2: $1')}};\n`,
    )
    .replace(LOADED_LATER, (_import, path) => {
      const found = partIn(path, parts) ?? `__whole(require("${path}"))`;
      return `Promise.resolve().then(() => ${found})`;
    });
  const [unread] = LEFT_OVER.exec(body) ?? OWN_NAMES.exec(text) ?? [];
  if (unread !== undefined) throw new Error(`no part can be made of: ${unread}`);
  return `${wanted.join('')}${body}`;
}

/** Where the path is that of another part. */
function partIn(path, parts) {
  const name = path.replace(/^\.\//, '');
  return parts.has(name) ? `__part("${name}")` : undefined;
}

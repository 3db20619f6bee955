import { type Console, type Ended, FIXTURES } from '../support/console.ts';

/** The console blocks of a Markdown page; all of one page are one session. */
const BLOCK = /(?<=^```console\n)[\s\S]*?(?=^```$)/gm;
const COMMAND = '$ ';
/** Holds for the commands that follow, as in one shell. */
const EXPORTED = /^export (\w+)=(\S+)$/;
/** `> `, or `>` alone where an editor has cut the blank. */
const CONTINUED = /^> ?/;
const ON_STDERR = '! ';

/**
 * Types the commands of a page into the console, one process after the other, and gives the page with what came back in
 * place of what was expected: standard output as it is, standard error behind `! `, then `[2]` for an exit code.
 */
export async function replay(page: string, console: Console): Promise<string> {
  const names = new Map<string, string>();
  const exported: Record<string, string> = {};
  let replayed = '';
  let end = 0;
  for (const { 0: block, index } of page.matchAll(BLOCK)) {
    replayed += page.slice(end, index);
    end = index + block.length;
    for (const command of commandsOf(block)) {
      const [, name, value] = EXPORTED.exec(command) ?? [];
      if (name !== undefined && value !== undefined) exported[name] = value;
      const ended = await console.run(unquoted(command), exported);
      replayed += `${COMMAND}${command}\n${shown(ended, (text) => settled(text, console, names))}`;
    }
  }
  return replayed + page.slice(end);
}

/** How many commands a page holds; a page without any proves nothing. */
export const commandCount = (page: string): number =>
  [...page.matchAll(BLOCK)].flatMap(([block]) => commandsOf(block)).length;

/** Each with its continued lines as they stand in the page. */
function commandsOf(block: string): readonly string[] {
  const commands: string[] = [];
  let open = false;
  for (const line of block.split('\n')) {
    if (line.startsWith(COMMAND)) commands.push(line.slice(COMMAND.length));
    else if (open && /^>( |$)/.test(line)) commands.push(`${commands.pop() ?? ''}\n${line}`);
    else if (commands.length === 0) throw new Error(`a block begins without a command: ${line}`);
    else {
      open = false;
      continue;
    }
    open = true;
  }
  return commands;
}

const unquoted = (command: string): string => {
  const [first = '', ...others] = command.split('\n');
  return [first, ...others.map((line) => line.replace(CONTINUED, ''))].join('\n');
};

function shown({ stdout, stderr, code }: Ended, settle: (text: string) => string): string {
  const out = linesOf(settle(stdout)).map((line) => escaped(line));
  const err = linesOf(settle(stderr)).map((line) => `${ON_STDERR}${line}`);
  const lines = [...out, ...err, ...(code === 0 ? [] : [`[${code}]`])];
  return lines.map((line) => `${line}\n`).join('');
}

function linesOf(text: string): readonly string[] {
  if (text === '') return [];
  return text.endsWith('\n') ? text.slice(0, -1).split('\n') : `${text}(no newline)`.split('\n');
}

/** A line that would be taken for one of the marks of a page. */
const escaped = (line: string): string => line.replace(/^(?=\$ |! |>( |$)|\[\d+\]$|```|\\)/, '\\');

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g;
const RECORDED_AT = /(\d{4}-\d\d-\d\dT)[\d:.]+(?=[-+]\d\d:\d\d|Z)/g;
/** In the name of a backup, and in what is said of it. */
const MADE_AT = /(\d{4}-\d\d-\d\dT)(?:\d{6}(?=-[a-z]+\b)|\d\d:\d\d:\d\d(?="))/g;
// eslint-disable-next-line no-control-regex -- control characters are what is made visible
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/g;

/** What differs from run to run gets a name that does not; the same id has the same name all over the page. */
function settled(text: string, console: Console, names: Map<string, string>): string {
  const nameOf = (id: string): string => {
    const name = names.get(id) ?? `id-${names.size + 1}`;
    names.set(id, name);
    return name;
  };
  return text
    .replaceAll(console.home, '~')
    .replaceAll(FIXTURES, '$FIXTURES')
    .replaceAll(UUID, nameOf)
    .replaceAll(RECORDED_AT, '$1<time>')
    .replaceAll(MADE_AT, '$1<time>')
    .replaceAll(CONTROL, pictured);
}

/** `␍` for a carriage return, `␛` for an escape. */
const pictured = (character: string): string => {
  const code = character.charCodeAt(0);
  return String.fromCodePoint(code === 0x7f ? 0x2421 : 0x2400 + code);
};

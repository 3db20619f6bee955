import { rel } from './rel.js';

/** Calls of each command that do something. `name`: a customer; `text`: what is typed as free text; `other`: a second customer. */
const CALLS = {
  log: ({ name, text }) => [
    ['log', name, 'call', text],
    ['log', name, 'call', 'with:Somebody', text, '--json'],
    ['log', name, 'email', '--show', text],
    ['log', text, '--new', 'visit', text],
  ],
  work: ({ name, text }) => [['work', name, '2h', text]],
  add: ({ name, text }) => [
    ['add', 'customer', `${text} the second`, '--alias', `${text} again`, '--need', text],
    ['add', 'person', `${text} the third`, '--at', name, '--role', text],
  ],
  invoice: ({ name, text }) => [['invoice', name, '100', '--number', text, text]],
  paid: ({ promise, text }) => [['paid', promise.owed, '10', text]],
  income: ({ name, text }) => [['income', name, '10', text]],
  kept: ({ promise, text }) => [['kept', promise.ours, text]],
  broke: ({ promise, text }) => [['broke', promise.ours, text]],
  waive: ({ promise, text }) => [['waive', promise.ours, text]],
  move: ({ promise, text }) => [['move', promise.ours, '--to', '3 dec', '--agreed', text]],
  today: () => [['today'], ['today', '--all'], ['today', '--json']],
  review: ({ name }) => [
    ['review', '--all'],
    ['review', '--all', '--graph'],
    ['review', '--all', '--format', 'md'],
    ['review', '--all', '--format', 'csv'],
    ['review', '--all', '--format', 'html'],
    ['review', '--all', '--format', 'html', '--private'],
    ['review', '--all', '--mask'],
    ['review', '--all', '--json', '--no-hangs-on'],
    ['review', name],
  ],
  why: ({ name }) => [
    ['why', name],
    ['why', name, '--rule', 'promises'],
    ['why', name, '--json'],
  ],
  promises: ({ name }) => [['promises'], ['promises', name], ['promises', '--json']],
  list: () => [['list'], ['list', '--json'], ['list', '--broken'], ['list', '--broken', '--json']],
  show: ({ name, number }) => [
    ['show', name],
    ['show', number],
    ['show', name, '--verdicts'],
    ['show', name, '--json'],
    ['show', name, '--format', 'html'],
    ['show', name, '--format', 'html', '--private'],
    ['show', name, '--mask'],
    ['show', number, '--mask'],
  ],
  timeline: ({ name }) => [
    ['timeline', name],
    ['timeline', name, '--json'],
  ],
  search: ({ text }) => [
    ['search', text],
    ['search', '--', text],
    ['search', 'word', '--json'],
  ],
  won: ({ name, text }) => [['won', name, '10', text]],
  lost: ({ name, text }) => [['lost', name, text]],
  notice: ({ name, text }) => [['notice', name, '--by', 'in 20 days', text]],
  met: ({ name, text }) => [['met', name, text]],
  drop: ({ name, text }) => [['drop', name, text]],
  return: ({ name, text }) => [['return', name, text]],
  refuse: ({ name, text }) => [['refuse', name, text]],
  renewal: ({ name, text }) => [['renewal', name, '3 dec', text]],
  away: ({ name, text }) => [['away', name, '--from', '3 dec', '--to', '5 dec', text]],
  hardship: ({ name, text }) => [['hardship', name, '--from', '3 dec', '--to', '5 dec', text]],
  change: ({ name, text }) => [['change', name, 'other', text]],
  accept: ({ incident, text }) => [['accept', incident, text]],
  decide: ({ name, text }) => [
    ['decide', name, 'keep', '--reason', text],
    ['decide', name, 'drop', text],
  ],
  lesson: ({ name, text }) => [['lesson', name, '--rule', 'promises', text]],
  mood: ({ name, text }) => [['mood', name, '-1', text]],
  brief: ({ name }) => [
    ['brief', name],
    ['brief', name, '--private', '--json'],
  ],
  dossier: ({ name }) => [
    ['dossier', name, '--private'],
    ['dossier', name, '--json'],
  ],
  handover: ({ name, text }) => [
    ['handover', name, '--to', text],
    ['handover', name, '--to', text, '--json'],
  ],
  rebuild: ({ name, text }) => [
    ['rebuild', name],
    ['rebuild', name, 'history', text],
    ['rebuild', name, '--json'],
  ],
  sync: ({ text }) => [['sync', text]],
  edit: ({ name, number, text }) => [
    ['edit', number, `note:${text}`],
    ['edit', name, `standard:${text}`, `alias:${text} x`],
    ['edit', number, 'note:-', '--json'],
  ],
  delete: ({ number }) => [
    ['delete', number, '--yes'],
    ['delete', number],
  ],
  rename: ({ name, text }) => [['rename', name, `${text} renamed`]],
  merge: ({ name, other }) => [['merge', name, other]],
  undo: () => [['undo']],
  redo: () => [['redo']],
  history: ({ number }) => [['history'], ['history', number], ['history', '--json']],
  export: () => [
    ...['customers', 'people', 'entries', 'promises', 'verdicts', 'findings', 'decisions'].flatMap(
      (what) => ['csv', 'json', 'jsonl'].map((form) => ['export', what, '--format', form]),
    ),
    ['export', 'entries', '--private', '--spreadsheet'],
    ['export', 'journal'],
  ],
  import: ({ file }) => [
    ['import', file],
    ['import', file, '--json'],
  ],
  backup: ({ text }) => [['backup'], ['backup', '--json'], ['backup', `/nowhere/${text}`]],
  restore: ({ text }) => [
    ['restore'],
    ['restore', '--json'],
    ['restore', 'latest', '--dry-run'],
    ['restore', text],
  ],
  forget: ({ name, text }) => [
    ['forget', name, '--dry-run'],
    ['forget', name, '--dry-run', '--also', text, '--json'],
  ],
  doctor: () => [['doctor'], ['doctor', '--all', '--json']],
  config: ({ text }) => [
    ['config'],
    ['config', '--explain'],
    ['config', 'set', 'currency', text],
    ['config', 'set', 'me', text],
    ['config', 'get', 'me'],
    ['config', 'set', 'floor', '70'],
  ],
  rules: ({ text }) => [['rules'], ['rules', '--json'], ['rules', '--try', text]],
  rule: ({ text }) => [
    ['rule', 'promises'],
    ['rule', text],
  ],
  backtest: () => [['backtest']],
  demo: () => [['demo', '--all'], ['demo']],
  completion: () => ['bash', 'zsh', 'fish', 'powershell'].map((shell) => ['completion', shell]),
};

/** What is typed wrongly: the error names it, and may suggest what others wrote. */
const MISTAKES = ({ name, text }) => [
  ['show', `${name}zz`],
  ['log', `${text}zz`, 'call'],
  ['log', name, 'call', `:${text}`],
  ['log', name, `on:${text}`],
  ['log', name, 'call', `they:${text}`],
  ['review', '--as-of', text],
  ['export', text],
  ['list', '--sort', text],
  ['list', `--${text}`],
  [text],
  ['kept', text],
  ['edit', name, `${text}:x`],
  ['edit', name, `tier:${text}`],
  ['list', '--db', `/nowhere/${text}/journal.db`],
  ['import', `${text}.jsonl`],
  ['import', text],
  ['export', 'journal', '--output', `/nowhere/${text}`],
  ['config', 'set', text, text],
  ['config', 'get', text],
];

/** What the Tab key asks for. */
const COMPLETIONS = ['bash', 'zsh', 'fish', 'powershell'].flatMap((shell) =>
  [
    ['show', ''],
    ['log', ''],
    ['kept', ''],
    ['log', 'plain', 'with:'],
    ['config', 'set', ''],
  ].map((words) =>
    shell === 'bash'
      ? ['complete', 'bash', '--', `rel ${words.join(' ')}`]
      : ['complete', shell, '--', ...words],
  ),
);

/** The commands that the built rel lists in its help: a new one is among them without being told. */
function commandNames(place) {
  const { stdout } = rel(place, ['--help']);
  const [, listed = ''] = stdout.split('All commands:\n');
  const [block = ''] = listed.split('\n\n');
  const names = block.replace(/^ {2}\S+(?: points)? {2,}/gm, '').match(/[a-z]+/g) ?? [];
  if (names.length < 40) throw new Error(`only ${names.length} commands in the help`);
  return names;
}

/**
 * Every command that rel has, called so that it does something, and so that it refuses. One without calls here is
 * called with a name, with a number, and with nothing.
 */
export function everyCall(place, said) {
  const unknown = (name) => [[name], [name, said.name], [name, said.number], [name, said.text]];
  const ofCommands = commandNames(place).flatMap((name) => [
    [name, '--help'],
    ...(CALLS[name]?.(said) ?? unknown(name)),
  ]);
  return [[], ['help'], ['--version'], ...ofCommands, ...MISTAKES(said), ...COMPLETIONS];
}

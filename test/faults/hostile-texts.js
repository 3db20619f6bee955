/** Text as whoever wrote an imported file may write it: stored as it is, and shown so that nothing of it does anything. */
export const HOSTILE_TEXTS = {
  override: 'Ac\u202eemc\u202c Ltd',
  embedded: 'Bo\u202alt\u202b & \u202dCo\u202c\u202c',
  isolates: 'De\u2066l\u2067ta\u2068x\u2069\u2069\u2069',
  marks: 'Ec\u200eho\u200f\u061c',
  'zero width': 'Fo\u200bx\u200ctrot\u200d\u2060\ufeff',
  'soft hyphen': 'Go\u00adlf',
  selectors: 'Ho\ufe0ftel\ufe0e\u{e0100}',
  tags: 'In\u{e0049}\u{e0067}\u{e006e}\u{e007f}dia',
  flood: `Ju\u0301${'\u0316\u0300\u0489'.repeat(60)}liett`,
  family: 'Kilo 👨‍👩‍👧‍👦 ❤️ 👍🏽 🇩🇪 1️⃣',
  'joined chain': `Li${'\u200d🙂'.repeat(40)}ma`,
  chinese: '株式会社マイク商事',
  decomposed: 'No\u0308vember Cafe\u0301'.normalize('NFC'),
  hebrew: 'אוסקר בע"מ',
  arabic: 'شركة بابا ٣٤',
  separators: 'Qu\u2028ebec\u2029Ltd',
  fillers: 'Ro\u3164m\u115feo\uffa0\u2800',
  annotations: 'Si\ufff9erra\ufffa\ufffb',
  'private use': 'Ta\ue000ngo\u{f0000}',
  'no characters': 'Un\ufffe\uffff\u{1fffe}iform',
  markup: '<b onclick="x()">Victor</b> | `a` [b](c) *d* & $(e) %s \\u001b[31m',
  formula: '=HYPERLINK("http://x","Whiskey")',
  quotes: `X'ray "and" \`such\`; rm -rf \\ ~ $HOME !! #1`,
  dashes: '--Yankee --db /tmp/x -e',
  pattern: '(.*)+$ [Z\\u]{9}|^u?',
  prototype: '__proto__',
  cyrillic: '\u0410cme Ltd',
  wide: `Ｗide ${'あ'.repeat(40)}`,
  long: `Long ${'word '.repeat(59)}`.trim(),
  unbroken: 'L'.repeat(300),
};

/** What no terminal may get, outside of rel's own colours. */
const ESCAPES = {
  nul: '\u0000',
  bell: '\u0007',
  backspace: 'abc\b\b\bxyz',
  return: 'abc\rxyz',
  'form feed': '\f',
  escape: '\u001b',
  colour: '\u001b[31mred\u001b[0m',
  clear: '\u001b[2J\u001b[H',
  clipboard: '\u001b]52;c;cm0gLXJm\u0007',
  title: '\u001b]0;title\u001b\\',
  link: '\u001b]8;;http://x\u001b\\here\u001b]8;;\u001b\\',
  device: '\u001bP$q"p\u001b\\',
  'application command': '\u001b_x\u001b\\',
  delete: '\u007f',
  'C1 control': '\u009b31m',
  'C1 next line': '\u0085',
  'C1 title': '\u009d0;t\u009c',
};

/** What is never stored, in any field: every control character, and both halves of surrogate pairs alone. */
export const REFUSED_TEXTS = {
  ...ESCAPES,
  ...Object.fromEntries(
    Array.from({ length: 0xa0 }, (_, code) => code)
      .filter((code) => (code < 0x20 || code >= 0x7f) && code !== 0x09 && code !== 0x0a)
      .map((code) => [`control ${code.toString(16)}`, `a${String.fromCharCode(code)}b`]),
  ),
  'high surrogate': 'a\ud83d b',
  'low surrogate': 'a\ude42 b',
  'turned surrogates': 'a\ude42\ud83d b',
};

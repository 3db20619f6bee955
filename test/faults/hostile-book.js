import { HOSTILE_TEXTS } from './hostile-texts.js';

/**
 * A journal with one customer for each hostile text, which stands in every field that takes text: names, aliases,
 * people, ids, notes, tags, promises, notices, decisions, lessons, other providers, settings.
 * @returns the objects of its lines
 */
export function hostileBook(texts = HOSTILE_TEXTS) {
  // rel keeps text in this form, in which é is one character.
  const named = Object.values(texts).map((text) => text.normalize('NFC'));
  const nasty = named.join(' ');
  return [
    { type: 'settings', floor: 60, currency: 'E\u202eU\u200bR', me: named },
    ...named.flatMap((text, index) => linesOf(text, index)),
    ...linesOf('Plain', named.length, nasty),
  ];
}

function linesOf(name, index, text = name) {
  const id = (what) => `${text.slice(0, 400)} ${what} ${index}`;
  const entry = (type, on, fields = {}) => ({
    type,
    id: id(`${type} ${on}`),
    customer: name,
    on,
    note: text,
    tags: [text],
    ...fields,
    source: { importer: text, key: text },
  });
  const fault = { fault: 'them', blames: `other:${text}`, weBlame: `other:${text}` };
  const promise = (on, due, fields = {}) => entry('promise', on, { what: text, due, ...fields });
  const promised = promise('2026-09-01', '2026-09-10', { by: 'them' });
  const ours = promise('2026-09-02', '2026-11-21', { by: 'us' });
  const owed = promise('2026-08-01', '2026-08-31', {
    by: 'them',
    kind: 'payment',
    amount: 900,
    number: text,
  });
  return [
    {
      type: 'customer',
      name,
      tier: 'A',
      aliases: [`${name} alias`],
      value: 1000 + index,
      inheritedFrom: text,
      needs: [text, `${text} too`],
      standard: text,
    },
    {
      type: 'person',
      customer: name,
      name: `${name} person`,
      role: text,
      email: text,
      phone: text,
      win: text,
    },
    entry('spoke', '2026-08-03', { person: `${name} person`, ...fault, harm: 2, minutes: 90 }),
    entry('heard', '2026-08-10', { person: text, ...fault, rude: true, channel: 'call' }),
    entry('tried', '2026-10-01', { outcome: 'no-answer', channel: 'call' }),
    entry('sent', '2026-10-02', { channel: 'email' }),
    entry('work', '2026-10-03', { minutes: 600, gave: ['l'] }),
    entry('spoke', '2026-10-05', { ...fault, dealbreaker: index % 7 === 0, asked: true }),
    entry('learned', '2026-10-06', { learned: ['need', 'win'], person: text }),
    promised,
    entry('broken', '2026-09-20', { ref: promised.id }),
    owed,
    entry('paid', '2026-10-10', { ref: owed.id, amount: 10 }),
    ours,
    entry('income', '2026-10-11', { amount: 100 }),
    entry('won', '2026-07-01', { amount: 100 }),
    entry('renewal', '2026-10-12', { renewsOn: '2026-12-01' }),
    entry('change', '2026-10-14', { kind: 'other' }),
    entry('hardship', '2026-10-15', { from: '2026-10-15', to: '2026-10-16' }),
    entry('away', '2026-10-16', { from: '2026-10-17', to: '2026-10-18' }),
    entry('step', '2026-10-17', { step: text, answer: text }),
    entry('decision', '2026-10-18', {
      verdict: 'KEEP',
      computed: 'FIX',
      reason: text,
      until: '2026-12-31',
    }),
    entry('lesson', '2026-10-19', { rule: 'promises', text }),
    entry('mood', '2026-10-20', { feel: -1 }),
    ...(index % 3 === 0
      ? [
          entry('notice', '2026-11-01', {
            deadline: '2026-11-25',
            words: text,
            conditions: [text],
          }),
        ]
      : []),
    entry('spoke', '2026-11-18', { private: true, next: '2026-11-20' }),
  ];
}

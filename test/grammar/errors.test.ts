import { expect, test } from '@jest/globals';
import { parseLog } from '../../src/grammar/log.ts';
import { refusal, TODAY } from './read.ts';

/** The gallery: what is typed after `rel log acme`, what is wrong, and what to type instead. */
test.each([
  [
    'call back about the list',
    '"call back" can be read in two ways, so nothing is written',
    'still to be done: rel log acme no-answer next:fri -- call back about the list; you spoke: rel log acme -- call back about the list',
  ],
  [
    'call them back on friday',
    '"call them back" can be read in two ways, so nothing is written',
    'still to be done: rel log acme no-answer next:fri -- call them back on friday; you spoke: rel log acme -- call them back on friday',
  ],
  [
    'email call back',
    '"call back" can be read in two ways, so nothing is written',
    'still to be done: rel log acme email no-answer next:fri -- call back; as the note: rel log acme email -- call back',
  ],
  [
    'out of office until monday',
    '"out of office" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme no-reply -- out of office until monday; you spoke: rel log acme -- out of office until monday',
  ],
  [
    'in no-answer',
    'in and no-answer contradict each other: what came in has reached you',
    'if you tried to reach them: rel log acme no-answer',
  ],
  [
    'call email',
    'call and email: an entry has one channel',
    'leave one out, or for the note: -- email',
  ],
  ['call call', 'call is given twice', 'leave one out, or for the note: -- call'],
  [
    '40m 20m',
    '40m and 20m: an entry has one length of time',
    'leave one out, or for the note: -- 20m',
  ],
  ['mon 3 nov', 'mon and 3 nov: an entry has one date', 'leave one out, or for the note: -- 3 nov'],
  [
    'on:mon --on mon',
    'on:mon and --on mon: an entry has one date',
    'leave one out, or for the note: -- --on mon',
  ],
  [
    'with:dana with:bob',
    'with:dana and with:bob: an entry has one person',
    'leave one out, or for the note: -- with:bob',
  ],
  [
    'feel:1 feel:2',
    'feel:1 and feel:2: an entry has one feeling',
    'leave one out, or for the note: -- feel:2',
  ],
  [
    ':owns-it :blames-us',
    ':owns-it and :blames-us: an entry has one party to blame',
    'leave one out, or for the note: -- :blames-us',
  ],
  [
    'tomorrow call',
    'tomorrow (2026-11-17) lies in the future: only what has happened is logged',
    'to be reminded: next:2026-11-17; for the note: rel log acme -- tomorrow …',
  ],
  [
    'call in 2 weeks',
    'in 2 weeks (2026-11-30) lies in the future: only what has happened is logged',
    'to be reminded: next:2026-11-30; for the note: rel log acme -- in 2 weeks …',
  ],
  [
    'in a week they decide',
    'in a week (2026-11-23) lies in the future: only what has happened is logged',
    'to be reminded: next:2026-11-23; for the note: rel log acme -- in a week …',
  ],
  [
    'on:2026-11-17',
    'on:2026-11-17 lies in the future: only what has happened is logged',
    'to be reminded: next:2026-11-17; for the note: rel log acme -- 2026-11-17 …',
  ],
  [
    'next:yesterday',
    'next:yesterday lies before the entry itself',
    'type a day to come: next:fri, next:in 2 weeks',
  ],
  [
    'next:week',
    'next:week cannot be read',
    'next: takes a date: fri, in 2 weeks, 3 nov, 2026-11-16; for the note: -- next:week',
  ],
  [
    'by:fri',
    'by:fri belongs to no promise',
    'type they:send the list by:fri or me:quote by:fri (no space after the colon); a reminder is next:fri',
  ],
  [
    'they:the list',
    'they:the list has no date, and each promise needs its own',
    'add by:fri after it, or for the note: -- they:the list',
  ],
  [
    'they:the list me:quote by:fri',
    'they:the list has no date, and each promise needs its own',
    'add by:fri after it, or for the note: -- they:the list',
  ],
  [
    'they: the list by:fri',
    'by:fri belongs to no promise',
    'type they:send the list by:fri or me:quote by:fri (no space after the colon); a reminder is next:fri',
  ],
  [
    'me:quote by:soon',
    'by:soon cannot be read',
    'by: takes a date: fri, friday next week, 3 nov, end of month, 2026-11-16; for the note: -- by:soon',
  ],
  [
    'me:quote by:yesterday',
    'me:quote would be due 2026-11-15, before it was given on 2026-11-16',
    'type a later day, with its year where it needs one: by:fri, by:3 dec 2027',
  ],
  [
    'me:quote by:31 nov',
    'by:31 nov cannot be read',
    'by: takes a date: fri, friday next week, 3 nov, end of month, 2026-11-16; for the note: -- by:31 nov',
  ],
  [':thx', ':thx is not a word that rel log knows', 'did you mean :thanks? for the note: -- :thx'],
  [
    'asked for it :rud',
    ':rud is not a word that rel log knows',
    'did you mean :rude? for the note: -- :rud',
  ],
  [
    ':with',
    ':with is not a word that rel log knows',
    'with takes a value (with:…); for the note: -- :with',
  ],
  [
    ':call',
    ':call is not a word that rel log knows',
    'call is written without the colon, before the note; for the note: -- :call',
  ],
  [':zzzzzz', ':zzzzzz is not a word that rel log knows', 'for the note: -- :zzzzzz'],
  ['feel:3', 'feel:3 cannot be read', 'feel: takes -2, -1, 0, 1 or 2; for the note: -- feel:3'],
  [
    'on:boarding',
    'on:boarding cannot be read',
    'on: takes a date: yesterday, fri, last tuesday, 3 nov, 2026-11-16; for the note: -- on:boarding',
  ],
  [
    'at:9',
    'at:9 cannot be read',
    'at: takes a time of day: 14:30, 9:05, 2pm; for the note: -- at:9',
  ],
  ['gave:x', 'gave:x cannot be read', 'gave: takes s, m or l; for the note: -- gave:x'],
  [
    'blames:me',
    'blames:me cannot be read',
    'blames: takes us, them, both, nobody or a NAME; for the note: -- blames:me',
  ],
  [
    '2026-02-30 call',
    '2026-02-30 is not a date that exists, or could be two',
    'type it as 2026-11-16 or 16 nov, or for the note: -- 2026-02-30',
  ],
  [
    '31 nov call',
    '31 nov is not a date that exists, or could be two',
    'type it as 2026-11-16 or 16 nov, or for the note: -- 31 nov',
  ],
  [
    '3/11/2026 call',
    '3/11/2026 is not a date that exists, or could be two',
    'type it as 2026-11-16 or 16 nov, or for the note: -- 3/11/2026',
  ],
  [
    '2000m',
    '2000m is not a length of time up to 24 hours',
    'type 40m or 1h30m, or for the note: -- 2000m',
  ],
  [
    '--foo call',
    '--foo is no option of this command',
    'did you mean --fyi? for the note: -- --foo',
  ],
  [
    '--wiht dana',
    '--wiht is no option of this command',
    'did you mean --with or --win? for the note: -- --wiht',
  ],
  ['-n call', '-n is no option of this command', 'for the note: -- -n'],
  ['--with', '--with is given without a value', 'type --with VALUE, or for the note: -- --with'],
  [
    '--they --by fri',
    '--they is given without a value',
    'type --they VALUE, or for the note: -- --they',
  ],
  ['--rude=yes', '--rude takes no value, but yes is given', 'type --rude alone'],
  [
    '--minutes forty',
    '--minutes forty cannot be read',
    '--minutes takes 40, 40m, 1h30m; for the note: -- --minutes forty',
  ],
  [
    '--outcome busy',
    '--outcome busy cannot be read',
    '--outcome takes no-answer, voicemail, mailbox-full, no-reply, no-show or cancelled; for the note: -- --outcome busy',
  ],
  [
    '--signal polite',
    '--signal polite is not a word that rel log knows',
    'for the note: -- --signal polite',
  ],
  [
    'call :fyi',
    ':fyi and call contradict each other: :fyi is something sent that needs no answer',
    'type rel log acme email :fyi … (or text, chat, letter), or leave :fyi out',
  ],
  [
    'email no-reply :fyi',
    ':fyi and no-reply contradict each other: :fyi is something sent that needs no answer',
    'type rel log acme email :fyi … (or text, chat, letter), or leave :fyi out',
  ],
  [
    'no answer',
    '"no answer" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme no-answer; you spoke: rel log acme -- no answer',
  ],
  [
    'call no answer again',
    '"no answer" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme call no-answer again; you spoke: rel log acme call -- no answer again',
  ],
  [
    'left her a message',
    '"left her a message" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme voicemail; you spoke: rel log acme -- left her a message',
  ],
  [
    'canceled',
    '"canceled" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme cancelled; you spoke: rel log acme -- canceled',
  ],
  [
    'cal no-answer again',
    '"cal no-answer" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme call no-answer again; you spoke: rel log acme -- cal no-answer again',
  ],
  [
    'no-anwser',
    '"no-anwser" can be read in two ways, so nothing is written',
    'nobody reached: rel log acme no-answer; you spoke: rel log acme -- no-anwser',
  ],
])('%s', (line, message, hint) => expect(refusal(line)).toEqual([message, hint]));

test.each([
  [
    '2h call :fyi',
    ':fyi is about a contact, and work is without one',
    'log the contact with rel log',
  ],
  [':fyi', ':fyi is about a contact, and work is without one', 'log the contact with rel log'],
  [
    '2h --channel call',
    '--channel call is about a contact, and work is without one',
    'log the contact with rel log',
  ],
  [
    '--outcome no-answer',
    '--outcome no-answer is about a contact, and work is without one',
    'log the contact with rel log',
  ],
])('work: %s', (line, message, hint) =>
  expect(refusal(line, { kind: 'work' })).toEqual([message, hint]),
);

test('control characters are refused before anything is read', () => {
  expect(() => parseLog(['asked \u001b[31m'], { today: TODAY })).toThrow('control characters');
  expect(() => parseLog(['--note', '\ud800'], { today: TODAY })).toThrow('control characters');
});

test('lines that end as Windows ends them are kept as lines', () => {
  expect(parseLog(['one\r\ntwo'], { today: TODAY }).entry.note).toBe('one\ntwo');
});

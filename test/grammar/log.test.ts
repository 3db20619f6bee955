import { describe, expect, test } from '@jest/globals';
import { formatDay } from '../../src/journal/days.ts';
import { parseLog } from '../../src/grammar/log.ts';
import { entryOf, logged, TODAY } from './read.ts';

const called = { type: 'spoke', channel: 'call' };

describe('ordinary sentences are not commands', () => {
  test.each([
    ['out of stock again', { ...called, note: 'out of stock again' }],
    ['Out of stock', { ...called, note: 'Out of stock' }],
    [
      'out of the blue they asked for a quote',
      { ...called, note: 'out of the blue they asked for a quote' },
    ],
    ['in the lobby with Bob', { ...called, note: 'in the lobby with Bob' }],
    ['in a hurry', { ...called, note: 'in a hurry' }],
    ['in an hour they decide', { ...called, note: 'in an hour they decide' }],
    ['in my office, 3 of them', { ...called, note: 'in my office, 3 of them' }],
    ['in our warehouse', { ...called, note: 'in our warehouse' }],
    ['in their canteen', { ...called, note: 'in their canteen' }],
    ['visit in person', { type: 'spoke', channel: 'visit', note: 'in person' }],
    ['met in the lobby', { ...called, note: 'met in the lobby' }],
    ['sat with Bob', { ...called, note: 'sat with Bob' }],
    ['sat in the canteen with Bob', { ...called, note: 'sat in the canteen with Bob' }],
    ['sun was out', { ...called, note: 'sun was out' }],
    ['Sun was out', { ...called, note: 'Sun was out' }],
    [
      '40m sat with Bob about renewal',
      { ...called, minutes: 40, note: 'sat with Bob about renewal' },
    ],
    ['call sat down with both', { ...called, note: 'sat down with both' }],
    ['may come by next week', { ...called, note: 'may come by next week' }],
    ['3 pallets short', { ...called, note: '3 pallets short' }],
    ['the day before was better', { ...called, note: 'the day before was better' }],
    ['end of month rush', { ...called, note: 'end of month rush' }],
    ['1/2 of the order is missing', { ...called, note: '1/2 of the order is missing' }],
    ['calls are taken by Sue now', { ...called, note: 'calls are taken by Sue now' }],
    ['callback form is broken', { ...called, note: 'callback form is broken' }],
    ['call back-office about it', { ...called, note: 'back-office about it' }],
    ['back from holiday', { ...called, note: 'back from holiday' }],
    ['noble answer', { ...called, note: 'noble answer' }],
    ['no answers needed', { ...called, note: 'no answers needed' }],
    ['cancelling the order', { ...called, note: 'cancelling the order' }],
    ['said no-show fee is too high', { ...called, note: 'said no-show fee is too high' }],
    ['asked to call today', { ...called, note: 'asked to call today' }],
    ['asked for call in email 40m', { ...called, note: 'asked for call in email 40m' }],
    ['-10% asked', { ...called, note: '-10% asked' }],
    ['- he wants less', { ...called, note: '- he wants less' }],
  ])('%s', (line, entry) => expect(entryOf(line)).toEqual(entry));
});

describe('colons that are note', () => {
  test.each([
    'asked :) and left',
    'asked :D',
    'fine :P',
    'see https://example.com/a:b?x=1',
    'back at 10:30',
    'ratio 3:1',
    're:price and cc:bob',
    'note to with: nobody',
    'they: said so',
    'on: hold',
    'as need: is',
    'By:fri was said',
    'he said: no',
    'a:thanks b',
    'C:\\temp',
    ':Thanks',
    ':x',
    ': thanks',
    '::thanks',
    ':1st',
    ':thanks!a',
    'mailto:dana@brazos.com',
  ])('%s', (line) => expect(entryOf(line)).toEqual({ ...called, note: line }));

  test('after -- all is note', () => {
    const line = 'call -- email :thanks they:x --rude -x by:fri -- 2h';
    expect(entryOf(line)).toEqual({
      ...called,
      note: 'email :thanks they:x --rude -x by:fri -- 2h',
    });
    expect(entryOf('call asked -- :thanks')).toEqual({ ...called, note: 'asked :thanks' });
    expect(entryOf('call --')).toEqual(called);
    expect(entryOf('they:list by:fri -- by:mon')).toMatchObject({ note: 'by:mon' });
  });

  test('a dash in the note is note, unless it is a known long option', () => {
    expect(entryOf('asked -x --foo --foo=1 -5 --no')).toEqual({
      ...called,
      note: 'asked -x --foo --foo=1 -5 --no',
    });
    expect(entryOf('asked --rude twice')).toEqual({ ...called, rude: true, note: 'asked twice' });
  });

  test('the note stays as it was typed', () => {
    expect(entryOf('call "asked  for   it"')).toEqual({ ...called, note: 'asked  for   it' });
    expect(entryOf('Call Asked FOR "Dr.  No" :thanks again')).toEqual({
      ...called,
      note: 'Asked FOR Dr.  No again',
      signals: ['thanks'],
    });
    expect(entryOf('"first line\nsecond :rude line"')).toEqual({
      ...called,
      note: 'first line\nsecond line',
      rude: true,
    });
  });
});

describe('head words', () => {
  test.each([
    ['', called],
    ['call', called],
    ['no-answer', { type: 'tried', channel: 'call', outcome: 'no-answer' }],
    ['call no-answer', { type: 'tried', channel: 'call', outcome: 'no-answer' }],
    [
      'call, voicemail, will try again',
      { type: 'tried', channel: 'call', outcome: 'voicemail', note: 'will try again' },
    ],
    ['Call No-Answer', { type: 'tried', channel: 'call', outcome: 'no-answer' }],
    [
      'voicemail box full',
      { type: 'tried', channel: 'call', outcome: 'voicemail', note: 'box full' },
    ],
    [
      'visit cancelled at the gate',
      { type: 'tried', channel: 'visit', outcome: 'cancelled', note: 'at the gate' },
    ],
    ['meeting no-show', { type: 'tried', channel: 'meeting', outcome: 'no-show' }],
    [
      'call in asked for the list :thanks',
      { type: 'heard', channel: 'call', note: 'asked for the list', signals: ['thanks'] },
    ],
    ['in', { type: 'heard', channel: 'call' }],
    ['in email price list', { type: 'heard', channel: 'email', note: 'price list' }],
    [
      'in voicemail wants a quote',
      { type: 'heard', channel: 'call', outcome: 'voicemail', note: 'wants a quote' },
    ],
    ['email price list', { type: 'tried', channel: 'email', note: 'price list' }],
    ['text', { type: 'tried', channel: 'text' }],
    ['chat', { type: 'tried', channel: 'chat' }],
    ['letter', { type: 'tried', channel: 'letter' }],
    ['email no-reply', { type: 'tried', channel: 'email', outcome: 'no-reply' }],
    ['email :fyi price list', { type: 'sent', channel: 'email', note: 'price list' }],
    ['letter price list :fyi.', { type: 'sent', channel: 'letter', note: 'price list' }],
    ['visit', { type: 'spoke', channel: 'visit' }],
    ['meeting 1h30m', { type: 'spoke', channel: 'meeting', minutes: 90 }],
    ['event', { type: 'spoke', channel: 'event' }],
    ['other', { type: 'spoke', channel: 'other' }],
    ['out call 40m', { ...called, minutes: 40 }],
    ['40min call', { ...called, minutes: 40 }],
    ['1h 30m call', { ...called, minutes: 90 }],
    ['2h, long one', { ...called, minutes: 120, note: 'long one' }],
    [
      'call back no',
      { ...called, note: 'call back no', outcome: 'no-answer', type: 'tried' },
      'no-answer',
    ],
    [
      ':thanks call :need in 5m fine',
      {
        type: 'heard',
        channel: 'call',
        minutes: 5,
        about: ['need'],
        signals: ['thanks'],
        note: 'fine',
      },
    ],
    [
      'with:dana call no-answer',
      { type: 'tried', channel: 'call', outcome: 'no-answer', person: 'dana' },
    ],
    [
      'no-answer call back tomorrow',
      { type: 'tried', channel: 'call', outcome: 'no-answer', note: 'call back tomorrow' },
    ],
    [
      'email no-reply out of office',
      { type: 'tried', channel: 'email', outcome: 'no-reply', note: 'out of office' },
    ],
    ['-- call back on friday', { ...called, note: 'call back on friday' }],
    [
      '40m no answer yet on the quote',
      { ...called, minutes: 40, note: 'no answer yet on the quote' },
    ],
    ['in no answer needed', { type: 'heard', channel: 'call', note: 'no answer needed' }],
  ])('%s', (line, entry, before = '') => expect(entryOf(`${before} ${line}`)).toEqual(entry));
});

describe('the day it happened', () => {
  test.each([
    ['yesterday call', '2026-11-15', undefined],
    ['call yesterday, asked', '2026-11-15', 'asked'],
    ['fri', '2026-11-13', undefined],
    ['friday asked', '2026-11-13', 'asked'],
    ['sat', '2026-11-14', undefined],
    ['sat call', '2026-11-14', undefined],
    ['sat in 40m', '2026-11-14', undefined],
    ['sat :thanks', '2026-11-14', undefined],
    ['sat, asked', '2026-11-14', 'asked'],
    ['sun 8 nov rang', '2026-11-08', 'rang'],
    ['saturday asked', '2026-11-14', 'asked'],
    ['3 nov asked', '2026-11-03', 'asked'],
    ['nov 3 asked', '2026-11-03', 'asked'],
    ['3 dec 2025 asked', '2025-12-03', 'asked'],
    ['2026-11-03 asked', '2026-11-03', 'asked'],
    ['3.11. asked', '2026-11-03', 'asked'],
    ['last tuesday asked', '2026-11-10', 'asked'],
    ['2 weeks ago asked', '2026-11-02', 'asked'],
    ['asked on:last tuesday again', '2026-11-10', 'asked again'],
    ['asked on:"last tuesday" again', '2026-11-10', 'asked again'],
    ['asked on:tue, again', '2026-11-10', 'asked again'],
    ['on:3 nov 2 pallets', '2026-11-03', '2 pallets'],
    ['on:friday last week', '2026-11-13', undefined],
    ['asked on:yesterday.', '2026-11-15', 'asked'],
    ['--on "last tuesday" asked', '2026-11-10', 'asked'],
  ])('%s', (line, on, note) => {
    expect(entryOf(line)).toMatchObject(note === undefined ? { on } : { on, note });
  });

  test('today is mon too', () => expect(entryOf('mon call')).toEqual(called));
});

describe('words anywhere', () => {
  test.each([
    [':need, :personal; :review!', { about: ['need', 'personal', 'review'] }],
    [
      'with:dana at:9:05 feel:-1 tag:fair tag:q4',
      { person: 'dana', time: '09:05', feel: -1, tags: ['fair', 'q4'] },
    ],
    ['with:"Dana Whitfield" asked', { person: 'Dana Whitfield', note: 'asked' }],
    ['asked with:dana, then bob', { person: 'dana', note: 'asked then bob' }],
    ['"asked with:dana then bob"', { person: 'dana', note: 'asked then bob' }],
    ['at:2pm', { time: '14:00' }],
    ['at:12:30am', { time: '00:30' }],
    ['feel:+2', { feel: 2 }],
    ['feel:0', { feel: 0 }],
    ['gave:m gave:s got:l', { gave: ['m', 's'], got: ['l'] }],
    [
      ':discount :private :rude :dealbreaker',
      { conceded: true, private: true, rude: true, dealbreaker: true },
    ],
    ['fault:us harm:2', { fault: 'us', harm: 2 }],
    ['late again fault:both, sorry', { fault: 'both', note: 'late again sorry' }],
    ['blames:us we-blame:them', { blames: 'us', weBlame: 'them' }],
    ['blames:Vestal', { blames: 'other:Vestal' }],
    ['blames:"Vestal Freight" late', { blames: 'other:Vestal Freight', note: 'late' }],
    ['blames:other:Vestal', { blames: 'other:Vestal' }],
    [':excuse', { fault: 'them', blames: 'nobody' }],
    [':evasive', { fault: 'them', blames: 'nobody' }],
    [':excuse fault:both', { fault: 'both', blames: 'nobody' }],
    [':evasive blames:us', { fault: 'them', blames: 'us' }],
    [':owns-it', { blames: 'them' }],
    [':shares-it', { blames: 'both' }],
    [':blames-us blames:us', { blames: 'us' }],
    [':asked-change', { asked: true }],
    [':thanks :thanks :win-win', { signals: ['thanks', 'win-win'] }],
    ['next:fri', { next: '2026-11-20' }],
    ['next:in 2 weeks ask again', { next: '2026-11-30', note: 'ask again' }],
    ['next:2 dec', { next: '2026-12-02' }],
    ['need:10 pallets a week :order', { learned: ['need'], about: ['order'] }],
    ['win:"home by five" need:trucks', { learned: ['win', 'need'] }],
  ])('%s', (line, fields) => {
    const { on, ...entry } = logged(line).entry;
    const next = entry.next === undefined ? {} : { next: formatDay(entry.next) };
    expect(on).toBe(TODAY);
    expect({ ...entry, ...next }).toEqual({ ...called, ...fields });
  });

  test('people whose names are known need no quotes', () => {
    const people = ['Dana Whitfield', 'Bob'];
    expect(entryOf('with:dana whitfield asked', { people })).toMatchObject({
      person: 'dana whitfield',
      note: 'asked',
    });
    expect(entryOf('with:dana asked', { people })).toMatchObject({ person: 'dana', note: 'asked' });
  });

  test('a person by whom the customer was named', () => {
    expect(entryOf('asked', { person: 'Dana' })).toMatchObject({ person: 'Dana' });
    expect(entryOf('asked with:dana', { person: 'Dana' })).toMatchObject({ person: 'dana' });
  });

  test('text that no shell has read still has its quotes', () => {
    const text =
      'call in with:"Dana Whitfield" they:"send the list" by:fri, then lunch tag:"big one"';
    const { entry, promises } = parseLog([text], { today: TODAY });
    expect(promises.map(({ what }) => what)).toEqual(['send the list']);
    expect(entry).toMatchObject({
      type: 'heard',
      person: 'Dana Whitfield',
      note: 'then lunch',
      tags: ['big one'],
    });
  });
});

describe('promises', () => {
  const promises = (line: string) =>
    logged(line).promises.map(({ by, what, due }) => `${by}: ${what} by ${formatDay(due)}`);

  test.each([
    ['they:send the drawings by:fri', ['them: send the drawings by 2026-11-20']],
    ['they:"send the drawings" by:fri', ['them: send the drawings by 2026-11-20']],
    ['"they:send the drawings by:fri"', ['them: send the drawings by 2026-11-20']],
    [
      'call they:send the drawings by:fri me:quote by:3 dec',
      ['them: send the drawings by 2026-11-20', 'us: quote by 2026-12-03'],
    ],
    [
      '--they "send the list" --me quote --by fri --by "3 dec"',
      ['them: send the list by 2026-11-20', 'us: quote by 2026-12-03'],
    ],
    ['by:fri they:list', ['them: list by 2026-11-20']],
    ['me:quote at last, by:mon', ['us: quote at last, by 2026-11-23']],
    ['me:quote by:friday next week then lunch', ['us: quote by 2026-11-27']],
    ['me:quote by:today', ['us: quote by 2026-11-16']],
    ['me:quote by:end of month', ['us: quote by 2026-11-30']],
    ['1 oct me:quote by:3 oct', ['us: quote by 2026-10-03']],
    [
      'me:call in 40m -x 10:30 https://a.b by:fri',
      ['us: call in 40m -x 10:30 https://a.b by 2026-11-20'],
    ],
    ['me:"two  spaces" by:fri', ['us: two  spaces by 2026-11-20']],
  ])('%s', (line, made) => expect(promises(line)).toEqual(made));

  test('the text ends at a :word or a key, and the head goes on', () => {
    const { entry, promises: made } = logged('they:the list :thanks by:fri call 40m and more');
    expect(made[0]?.what).toBe('the list');
    expect(entry).toMatchObject({ signals: ['thanks'], minutes: 40, note: 'and more' });
  });

  test('what they need and want', () => {
    expect(
      logged('need:ten lorries by winter win:"a promotion" with:dana need:less paper'),
    ).toMatchObject({
      needs: ['ten lorries by winter', 'less paper'],
      wins: ['a promotion'],
      entry: { learned: ['need', 'win'], person: 'dana' },
    });
  });
});

test('every word is also an option', () => {
  const line = `--channel email --direction in --minutes 40 --on 2026-11-03 --at 14:30 --with "Dana W" --feel -1
    --tag a --tag b --next fri --private --need trucks --win peace --gave m --got s --discount --fault them --harm 2
    --blames nobody --we-blame us --about need --about price --signal rude --signal :thanks --asked-change --vent
    --note "long  text :x"`;
  const { entry, needs, wins } = logged(line);
  expect({
    ...entry,
    on: formatDay(entry.on),
    next: formatDay(entry.next ?? entry.on),
    needs,
    wins,
  }).toEqual({
    type: 'heard',
    on: '2026-11-03',
    time: '14:30',
    channel: 'email',
    person: 'Dana W',
    about: ['need', 'price'],
    minutes: 40,
    feel: -1,
    fault: 'them',
    harm: 2,
    blames: 'nobody',
    weBlame: 'us',
    gave: ['m'],
    got: ['s'],
    conceded: true,
    rude: true,
    learned: ['need', 'win'],
    asked: true,
    note: 'long  text :x',
    tags: ['a', 'b'],
    signals: ['thanks', 'vent'],
    private: true,
    next: '2026-11-20',
    needs: ['trucks'],
    wins: ['peace'],
  });
  expect(entryOf('--outcome=no-answer --feel=-2')).toEqual({
    type: 'tried',
    channel: 'call',
    outcome: 'no-answer',
    feel: -2,
  });
  expect(entryOf('--excuse')).toMatchObject({ fault: 'them', blames: 'nobody' });
  expect(entryOf('--channel email --fyi')).toMatchObject({ type: 'sent' });
});

test('options of the command come back, wherever they stand', () => {
  const commandOptions = new Map([
    ['--db', { takesValue: true }],
    ['--json', { takesValue: false }],
    ['-q', { takesValue: false }],
  ]);
  const { commandOptions: given, entry } = logged('--json call asked --db x.db -q', {
    commandOptions,
  });
  expect([...given]).toEqual([
    ['--json', true],
    ['--db', 'x.db'],
  ]);
  expect(entry.note).toBe('asked -q');
  expect(logged('-q call -- --json', { commandOptions }).commandOptions).toEqual(
    new Map([['-q', true]]),
  );
});

describe('work', () => {
  test.each([
    ['2h', { type: 'work', minutes: 120 }],
    ['2h drawings :problem', { type: 'work', minutes: 120, note: 'drawings', about: ['problem'] }],
    [
      'yesterday 1h visit prepared',
      { type: 'work', on: '2026-11-15', minutes: 60, note: 'visit prepared' },
    ],
    ['call back list', { type: 'work', note: 'call back list' }],
    ['2h gave:l', { type: 'work', minutes: 120, gave: ['l'] }],
  ])('%s', (line, entry) => expect(entryOf(line, { kind: 'work' })).toEqual(entry));
});

test('what was understood', () => {
  expect(logged('with:Dana 40m :need gave:m asked').understood).toEqual([
    'called Dana',
    '40 min',
    'about need',
    'gave m',
    '“asked”',
  ]);
});

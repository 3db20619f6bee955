import { describe, expect, test } from '@jest/globals';
import { logged, refusal } from './read.ts';

const dana = { people: ['Dana Whitfield'] };

/** What is typed, and the first line offered in its place. */
const DOUBTED: readonly (readonly [string, string])[] = [
  // An outcome behind a word that ended the head.
  ['tried no-answer', 'no-answer'],
  ['"tried no-answer"', 'no-answer'],
  ['Tried, no-answer again', 'no-answer again'],
  ['tried call no-answer', 'call no-answer'],
  ['still no-reply', 'no-reply'],
  ['called voicemail, call her back', 'call voicemail call her back'],
  ['called noanswer', 'call no-answer'],
  ['called dana no-answer', 'call no-answer with:dana'],
  ['with dana no-answer', 'no-answer with:dana'],
  ['called bob voicemail', 'call voicemail bob'],
  ['called them twice no-answer', 'call no-answer twice'],
  ['visited no-show', 'visit no-show'],
  ['emailed no-reply', 'email no-reply'],
  ['visit tried cancelled', 'visit cancelled'],
  ['call emailed no-reply', 'call no-reply'],
  ['phne no-answer', 'no-answer phne'],
  ['dana no-answer since friday', 'no-answer with:dana since friday'],
  ['dana no-show', 'no-show with:dana'],
  ['they cancelled', 'cancelled'],
  // An attempt in other words.
  ['tried', 'no-answer'],
  ['tried dana again', 'no-answer with:dana again'],
  ['tried her twice yesterday', 'no-answer yesterday twice'],
  ['tried to reach her about the list', 'no-answer about the list'],
  ['tried calling', 'no-answer'],
  ['called, no answer', 'call no-answer'],
  ['called them again with no answer', 'call no-answer again'],
  ['emailed her twice, no reply', 'email no-reply twice'],
  ['emailed no reply', 'email no-reply'],
  ['called got his voicemail', 'call voicemail'],
  ['went straight to voicemail', 'voicemail'],
  ["couldn't reach her", 'no-answer'],
  ['could not get through', 'no-answer'],
  ['heard nothing', 'no-reply'],
  ['heard nothing back on the list', 'no-reply on the list'],
  // Written, where no channel would make it a call.
  ['sent the price list', 'email -- sent the price list'],
  ['out emailed the quote', 'out email -- emailed the quote'],
  ['e-mail the list', 'email -- e-mail the list'],
  ['Texted the address', 'text -- Texted the address'],
  // A field of the journal.
  ['outcome:voicemail', 'voicemail'],
  ['channel:email the list', 'email the list'],
  ['type:heard about the fair', 'in about the fair'],
];

describe('what may be no conversation is asked about', () => {
  test.each(DOUBTED)('%s', (line, instead) => {
    const [message, hint] = refusal(line, dana);
    expect(message).toMatch(/^".+" can be read in two ways, so nothing is written$/);
    expect(hint).toContain(`: rel log acme ${instead};`);
  });

  test.each(DOUBTED)('%s: both lines offered say what they are offered for', (line) => {
    const hint = refusal(line, dana)[1];
    const [, instead = '', asNote = ''] =
      /rel log acme (.*); .*: rel log acme (.*)$/.exec(hint) ?? [];
    expect(logged(instead, dana).entry.type).not.toBe('spoke');
    expect(logged(asNote, dana).entry).toMatchObject({ type: 'spoke' });
  });
});

test('nothing that was typed beside the note is missing from the lines offered', () => {
  const typed = 'tried no-answer about the list :private with:dana they:send it by:fri 30th time';
  const beside = ':private with:dana they:send it by:fri';
  expect(refusal(typed)[1]).toBe(
    `nobody reached: rel log acme no-answer ${beside} -- about the list 30th time; ` +
      `you spoke: rel log acme ${beside} -- tried no-answer about the list 30th time`,
  );
  expect(
    refusal('called ray about bob\'s list, no answer with:"Ray Ortiz"', {
      people: ['Ray Ortiz'],
    })[1],
  ).toContain('acme call no-answer about "bob\'s" list with:"Ray Ortiz"; you');
  expect(refusal('call back, it\'s urgent :private with:"Dana Whitfield"')[1]).toContain(
    'with:"Dana Whitfield" -- call back, "it\'s" urgent',
  );
});

test('a long note is offered to its end', () => {
  const note = 'call back one two three four five six seven eight nine ten eleven twelve thirteen';
  expect(refusal(note)[1]).toMatch(/ thirteen; you spoke: .* thirteen$/);
});

describe('what is meant is written', () => {
  test.each([
    // Behind two dashes.
    '-- tried no-answer',
    '-- dana no-answer',
    '-- sent the price list',
    '-- outcome:voicemail',
    // How it went is said.
    '20m tried no-answer twice before',
    'call sent them the list while we spoke',
    // In quotes, where a sentence is as likely.
    '"dana no-answer on friday, so she called"',
    '"order no-reply was a mistake of ours"',
  ])('%s', (line) => expect(logged(line, dana).entry).toMatchObject({ type: 'spoke' }));

  test.each([
    'tried the new pump with them',
    'tried again to get a better price',
    'order cancelled by head office',
    'dana cancelled the order',
    'they cancelled two lorries',
    'new voicemail system',
    'got a voicemail from their lawyer, talked it over',
    'said no-show fee is too high',
    'called about the no-show',
    'met the cancelled team',
    'the no-reply address is wrong',
    'asked about no-reply mails',
    'that cancelled order is back',
    'could not reach agreement on price',
    'did not reach their target',
    'heard nothing but praise',
    'heard from dana that they move',
    'nothing yet, they decide on friday',
    'spoke with dana',
    'sentiment is better',
    'left a sample',
    'went through the list',
    'only 3 pallets',
    'type:steel',
    'channel:9 is ours',
    'emails bounce',
  ])('an ordinary sentence: %s', (line) =>
    expect(logged(line, dana).entry).toMatchObject({ type: 'spoke', note: line }),
  );
});

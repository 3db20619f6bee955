import { describe, expect, test } from '@jest/globals';
import { logged, refusal } from './read.ts';

const people = { people: ['Ray Ortiz', 'Dana Whitfield'] };

/** What is typed after a call that reached nobody, and the first line offered in its place. */
const FAILED: readonly (readonly [string, string])[] = [
  // Whom, how often, when and about what stand between the attempt and what came of it.
  ['called ray no answer', 'call no-answer with:ray'],
  ['called ray, no answer', 'call no-answer with:ray'],
  ['called ray but he did not answer', 'call no-answer with:ray'],
  ['called ray ortiz, no answer', 'call no-answer with:ray ortiz'],
  ['called ray and dana, no answer', 'call no-answer with:ray and dana'],
  ['called bob no answer', 'call no-answer bob'],
  ['called mr smith, no answer', 'call no-answer mr smith'],
  ['called the office, nobody there', 'call no-answer the office'],
  ['called ray twice yesterday, no answer', 'call no-answer with:ray yesterday twice'],
  ['called ray three times no answer', 'call no-answer with:ray three times'],
  ['called ray at 9 and 11, no answer', 'call no-answer with:ray at 9 and 11'],
  ["called ray's mobile no answer", 'call no-answer with:ray mobile'],
  ['called ray about the list, no answer', 'call no-answer with:ray about the list'],
  ['i called ray no answer', 'call no-answer with:ray'],
  ['yesterday call ray no answer', 'yesterday call no-answer with:ray'],
  ['called with:ray no answer', 'call no-answer with:ray'],
  ['called :order no answer', 'call no-answer :order'],
  ['tried ray no answer', 'no-answer with:ray'],
  ['tried 3 times no answer', 'no-answer 3 times'],
  ['emailed ray twice, no reply', 'email no-reply with:ray twice'],
  ['followed up, no reply', 'no-reply'],
  ['went by, nobody there', 'visit no-answer'],
  ['stopped by, ray not in', 'visit no-answer with:ray'],
  // In other words.
  ['rang ray no luck', 'call no-answer with:ray'],
  ['rang ray, rang out', 'call no-answer with:ray'],
  ['rang ray busy', 'call no-answer with:ray'],
  ["phoned, she didn't pick up", 'call no-answer'],
  ['phoned dana: wont answer', 'call no-answer with:dana'],
  ['called ray went to voicemail', 'call voicemail with:ray'],
  ['called ray, straight to voicemail', 'call voicemail with:ray'],
  ['called ray, left a message with his assistant', 'call voicemail with:ray with his assistant'],
  ['left ray a message', 'voicemail with:ray'],
  ['left word with his secretary', 'voicemail with his secretary'],
  ['got the answering machine', 'voicemail'],
  ['vm', 'voicemail'],
  ['lvm, try again mon', 'voicemail try again mon'],
  ['no answr', 'no-answer'],
  ['called ray, no rpely', 'call no-reply with:ray'],
  ['nobody picked up', 'no-answer'],
  ['no luck reaching ray', 'no-answer reaching ray'],
  ['no reply to my email', 'no-reply to my email'],
  ['still nothing', 'no-reply'],
  ['never heard from him', 'no-reply'],
  ["couldn't reach ray", 'no-answer with:ray'],
  ['couldnt reach bob today', 'no-answer bob today'],
  ['unable to get hold of dana', 'no-answer with:dana'],
  ['missed ray again', 'no-answer with:ray again'],
  ['line was busy', 'no-answer'],
  ['wrong number', 'no-answer'],
  ["ray didn't pick up", 'no-answer with:ray'],
  ['ray: no answer', 'no-answer with:ray'],
  ['bob no answer', 'no-answer bob'],
  ['dana not in, will try again tomorrow', 'no-answer with:dana will try again tomorrow'],
  ['ray was out', 'no-answer with:ray'],
  ["ray hasn't called back", 'no-reply with:ray'],
  ["they didn't show up", 'no-show'],
  ['ray cancelled our meeting', 'cancelled with:ray'],
  ['tried calling ray', 'no-answer with:ray'],
  ['tried to reach ray twice', 'no-answer with:ray twice'],
  ["tried ray's mobile", 'no-answer with:ray mobile'],
  ['called twice', 'no-answer twice'],
];

describe('a call that reached nobody is no talk', () => {
  test.each(FAILED)('%s', (line, instead) => {
    const [message, hint] = refusal(line, people);
    expect(message).toMatch(/^".+" can be read in two ways, so nothing is written$/);
    expect(`${hint};`).toContain(`nobody reached: rel log acme ${instead};`);
    expect(logged(instead, people).entry.type).toBe('tried');
  });
});

describe('what is told of a talk is written', () => {
  test.each([
    // What somebody said, who was reached.
    'he said no answer yet from his boss',
    'called ray, he said no answer yet from his boss',
    'called ray, asked why no reply to our mail',
    'called ray, reached him at the third try',
    'called ray because nobody answered my mail',
    'called dana, left it open',
    "called ray, couldn't talk long",
    'called ray, not happy',
    'called ray, was out sick last week, wants the quote',
    'called ray again',
    // No attempt at all.
    'no answer needed',
    'no reply necessary',
    'no answer to the price question',
    'no answer from his boss yet, he will push',
    'talked about the missing answer',
    'called ray about the no answer problem',
    "dana didn't answer my question",
    "dana didn't reply to the supplier",
    "dana didn't pick up the pallets",
    "ray didn't show any interest",
    'ray was out of stock',
    'ray busy until march, then wants lifts',
    'they were busy, short talk',
    'tried the new pump, no luck',
    'tried to get a better price, no luck',
    'tried to call off the order',
    'tried calling in a favour',
    'tried to reach a deal',
    "couldn't reach a deal",
    'unable to reach the target',
    "couldn't get him to sign",
    'left a message board with them',
    'got a message from their boss',
    'only voicemail trouble, wants a new system',
    'went to voicemail training',
    'nobody there knows the price',
    'no luck with the permit',
    'no show of interest',
    'no snow, lifts can work',
    'no answers to my questions yet',
    'missed the deadline',
    'missed him at the fair, so talked today',
    'line busy with orders',
    'answering machine order for 20',
    'mailbox full of spam, wants help',
    'nothing back from the bank yet',
    'sun was out',
    "we didn't answer their mail",
    'we never called back',
  ])('%s', (line) =>
    expect(logged(line, people).entry).toMatchObject({ type: 'spoke', note: line }),
  );
});

test('whoever left a message may be they', () => {
  expect(refusal('dana left a message: wants lifts', people)[1]).toBe(
    'nobody reached: rel log acme voicemail with:dana wants lifts; ' +
      'they left it: rel log acme in voicemail with:dana wants lifts; ' +
      'you spoke: rel log acme -- dana left a message: wants lifts',
  );
  expect(logged('in voicemail with:dana wants lifts', people).entry.type).toBe('heard');
});

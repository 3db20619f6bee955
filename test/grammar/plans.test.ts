import { describe, expect, test } from '@jest/globals';
import { entryOf, logged, refusal } from './read.ts';

const people = { people: ['Ray Ortiz', 'Dana Whitfield'] };

describe('what came from them is not ours', () => {
  test.each([
    ['email from dana wants price', 'email in with:dana wants price'],
    ['text from ray: wants price', 'text in with:ray wants price'],
    ['sms from ray', 'text in with:ray'],
    ['got an email from dana, wants list', 'email in with:dana wants list'],
    ['ray called, wants 3 lifts', 'call in with:ray wants 3 lifts'],
    ['dana whitfield called back, all fine', 'call in with:dana whitfield back, all fine'],
    ['they called about the invoice', 'call in about the invoice'],
    ['she emailed the order', undefined],
    ['ray called off the order', undefined],
    ['dana called the supplier', undefined],
    ['email from the fair to all', undefined],
    ['got a message from their boss', undefined],
    ['in email from dana wants price', undefined],
  ])('%s', (line, instead) => {
    if (instead === undefined) {
      expect(logged(line, people).entry.note).toBeDefined();
      return;
    }
    expect(`${refusal(line, people)[1]};`).toContain(`they reached out: rel log acme ${instead};`);
    expect(logged(instead, people).entry).toMatchObject({ type: 'heard' });
  });
});

describe('what was only planned is no talk', () => {
  test.each([
    [
      'call him tomorrow',
      'still to be done: rel log acme call no-answer next:tomorrow -- him tomorrow',
    ],
    [
      'call again monday',
      'still to be done: rel log acme call no-answer next:monday -- again monday',
    ],
    ['visit them on friday', 'it was then: rel log acme visit friday'],
    ['need to call dana', 'still to be done: rel log acme no-answer next:fri -- need to call dana'],
    [
      'todo: ring ray back',
      'still to be done: rel log acme no-answer next:fri -- todo: ring ray back',
    ],
    ['meeting postponed', 'it did not take place: rel log acme meeting cancelled -- postponed'],
    [
      'meeting moved to friday',
      'it did not take place: rel log acme meeting cancelled -- moved to friday',
    ],
    ['ooo until monday', 'nobody reached: rel log acme no-reply -- ooo until monday'],
  ])('%s', (line, offered) => expect(`${refusal(line, people)[1]};`).toContain(`${offered};`));

  test.each([
    'need to call the driver first, they say',
    'must order by friday',
    'should call for bids in may',
    'postponed the order',
    'moved to berlin',
    'planned the fair together',
    'on friday they decide',
    'with dana on friday it was fine',
    'again 20 lifts',
  ])('an ordinary sentence: %s', (note) =>
    expect(entryOf(note, people)).toEqual({ type: 'spoke', channel: 'call', note }),
  );
});

test.each([
  'letter of intent signed',
  'text of the contract agreed',
  'in total 20 lifts',
  'monday is fine for them',
])('a word of the line begins a sentence: %s', (note) =>
  expect(entryOf(note)).toEqual({ type: 'spoke', channel: 'call', note }),
);

test('a day in numbers before a channel is no note', () => {
  expect(refusal('11/3 call talked price')[0]).toBe(
    '11/3 is not a date that exists, or could be two',
  );
  expect(entryOf('50/50 chance').note).toBe('50/50 chance');
});

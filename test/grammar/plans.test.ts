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
    'again 20 lifts',
  ])('an ordinary sentence: %s', (note) =>
    expect(entryOf(note, people)).toEqual({ type: 'spoke', channel: 'call', note }),
  );
});

describe('how, when and how long it was is asked about where the head cannot read it', () => {
  test.each([
    ['met ray at the site', 'visit with:ray at the site'],
    ['30m met dana', '30m visit with:dana'],
    ['met bob at the fair', 'visit -- met bob at the fair'],
    ['met the new manager', 'visit -- met the new manager'],
    ['had lunch with ray', 'meeting with:ray -- had lunch with ray'],
    ['zoom with ray 45 min', 'meeting 45m with:ray -- zoom with ray 45 min'],
    ['3pm visit', 'visit -- 3pm visit'],
    ['quick text to ray', 'text -- quick text to ray'],
    ['on site with ray', 'visit with:ray -- on site with ray'],
    ['ray came by', 'visit in with:ray -- ray came by'],
    ['visited ray friday', 'visit friday with:ray'],
    ['visited thursday', 'visit thursday'],
    ['last week call', '2026-11-09'],
    ["wednesday's meeting", 'meeting wednesday'],
    ['on 3 nov call', '3 nov'],
    ['called ray yesterday, wants price', 'yesterday with:ray wants price'],
    ['call with dana yesterday about price', 'call yesterday with:dana about price'],
    ['email ray yesterday', 'email yesterday with:ray'],
    ['emailed quote on friday', 'email friday quote'],
    ['saw him at the fair last thursday', 'visit last thursday at the fair'],
    ['with dana on friday it was fine', 'friday with:dana it was fine'],
    ['dana emailed on friday wants price', 'email in with:dana friday wants price'],
    ['45 minutes the price again', '45m the price again'],
    ['talked 20 min with ray', '20m with ray'],
  ])('%s', (line, instead) => {
    const [message, hint] = refusal(line, people);
    expect(message).toMatch(/^".+" can be read in (?:two|three|four) ways, so nothing is written$/);
    expect(`${hint};`).toContain(`: rel log acme ${instead};`);
    expect(() => logged(instead, people)).not.toThrow();
  });

  test.each([
    ['last week they moved to berlin'],
    ['friday is fine for them'],
    ['met their target'],
    ['met halfway on price'],
    ['saw the new lift'],
    ['went through the list'],
    ['lunch is on them'],
    ['another visit planned'],
    ['next meeting is friday'],
    ['wants a meeting'],
    ['teams are full'],
    ['talked about friday delivery'],
    ["called about yesterday's order"],
    ['two hours late, the ice was gone'],
    ['delivery came yesterday'],
    ['dana said friday'],
    ['called ray about the order of friday'],
  ])('an ordinary sentence: %s', (note) =>
    expect(entryOf(note, people)).toEqual({ type: 'spoke', channel: 'call', note }),
  );

  test.each([
    ['yest call', { on: '2026-11-15' }],
    ['30 min call', { minutes: 30 }],
    ['1 hour 15 minutes visit', { minutes: 75, channel: 'visit' }],
    ['half an hour, talked price', { minutes: 30, note: 'talked price' }],
    ['call 20 minutes', { minutes: 20 }],
    ['visit met dana', { channel: 'visit', note: 'met dana' }],
  ])('%s is read', (line, read) =>
    expect(entryOf(line, people)).toEqual({ type: 'spoke', channel: 'call', ...read }),
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

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
    ['dana replied', 'email in with:dana'],
    ['dana replied, wants 3 lifts', 'email in with:dana wants 3 lifts'],
    ['reply from dana', 'email in with:dana'],
    ['got a reply from bob', 'email in -- got a reply from bob'],
    ['heard back from dana, all fine', 'email in with:dana all fine'],
    ['bob called', 'call in -- bob called'],
    ['bob texted about the list', 'text in -- bob texted about the list'],
    ['inbound call', 'call in'],
    ['incoming email from bob', 'email in from bob'],
    ['nobody called', undefined],
    ['bob called off the order', undefined],
    ['meetings called for friday', undefined],
    ['bob replied no to all of it', undefined],
    ['inbound calls are down', undefined],
    ['heard from bob that they move', undefined],
    ['reply from the board is due', undefined],
    ['in bob called', undefined],
    ['call bob called about the list', undefined],
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
    ['follow up next week', 'no contact: rel work acme 1m next:"next week" -- follow up next week'],
    [
      'follow up next week',
      'you promised it in a contact: rel log acme by:"next week" me:"follow up"',
    ],
    [
      'send quote to dana by 3 dec, she waits',
      'a contact: rel log acme by:"3 dec" me:"send quote to dana she waits"',
    ],
    ['speak to ray on friday', 'a contact: rel log acme by:friday me:"speak to ray"'],
    [
      'yesterday send quote tomorrow',
      'rel work acme yesterday 1m next:tomorrow -- send quote tomorrow',
    ],
    ['try again friday', 'reached: rel log acme no-answer next:friday -- try again friday'],
    ['ring ray tomorrow', 'reached: rel log acme no-answer next:tomorrow -- ring ray tomorrow'],
    ['chase invoice', 'no contact: rel work acme 1m next:fri -- chase invoice'],
    ['waiting for quote', 'they promised it in a contact: rel log acme by:fri they:quote'],
    ['todo: send list', 'a contact: rel log acme by:fri me:"send list"'],
    ['email him tomorrow', 'a contact: rel log acme email by:tomorrow me:"email him"'],
    [
      'email the list tomorrow',
      'no contact: rel work acme 1m next:tomorrow -- email the list tomorrow',
    ],
    [
      'text dana the address next monday',
      'a contact: rel log acme text by:"next monday" me:"text dana the address"',
    ],
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
    'send dogs, they said, by friday',
    'try it and they pay friday',
    'follow up on the quote they like it',
    'follow up was good',
    'waiting is over',
    'chase bank pays tomorrow',
    'meet and greet went well',
    'check arrives tomorrow',
    'ring road opens in may',
  ])('an ordinary sentence: %s', (note) =>
    expect(entryOf(note, people)).toEqual({ type: 'spoke', channel: 'call', note }),
  );
});

describe('money has commands of its own', () => {
  test.each([
    ['paid 1200', 'money came: rel paid acme 1200'],
    ['they paid 400 by card', 'money came: rel paid acme 400 by card'],
    ['paid €50', 'money came: rel paid acme "€50"'],
    ['paid', 'money came: rel paid acme'],
    [
      'yesterday with:dana paid 1200 :thanks',
      'money came: rel paid acme 1200 with:dana :thanks --on yesterday',
    ],
    ['won 18k', 'they bought: rel won acme 18k'],
    ['we won the order for 18,000', 'they bought: rel won acme 18,000'],
    ['invoiced 1200 two lifts', 'an invoice went out: rel invoice acme 1200 two lifts'],
  ])('%s', (line, offered) => {
    const [message, hint] = refusal(line, people);
    expect(message).toMatch(/can be read in two ways, so nothing is written$/);
    expect(hint).toMatch(
      new RegExp(`^${offered.replaceAll('.', '[.]')}; you spoke: rel log acme `),
    );
  });

  test.each([
    'call won 18k from their rival',
    '40m paid 1200 for the rival',
    '-- paid 1200',
    'paid 30 days late',
    'paid 120 days late',
    'won 3 of their sites',
    'won a prize',
    'they won 18k from the state',
    'paid for the lunch',
    'invoiced by head office',
  ])('a talk: %s', (line) => expect(logged(line, people).entry.type).toBe('spoke'));
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
    ['lunch 45m talked football', 'meeting 45m -- lunch 45m talked football'],
    ['coffee 1h', 'meeting 60m -- coffee 1h'],
    ['dinner good talk about price', 'event -- dinner good talk about price'],
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
    ['coffee machine is broken'],
    ['coffee 3 pallets ordered'],
    ['discussed 40m rope'],
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
  'call asked to follow up next week',
  'call follow up next week',
  'visit send quote tomorrow',
  '20m chase invoice',
  '-- send quote tomorrow',
])('said to be a talk: %s', (line) => expect(logged(line, people).entry.type).toBe('spoke'));

test.each([
  'email asked for the list tomorrow',
  'email the list is out tomorrow',
  'email the list friday',
  'email delivery tomorrow at 8',
])('written: %s', (line) => expect(logged(line, people).entry.type).toBe('tried'));

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

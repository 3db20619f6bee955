import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { correspondentsOf } from '../../src/import/correspondents.ts';
import { foundBefore } from '../../src/import/found-before.ts';
import type { Mail } from '../../src/import/mail.ts';
import { readMail } from '../../src/import/mail.ts';
import { mailInstant } from '../../src/import/mail-date.ts';
import { mailWriter, type PlacedMail } from '../../src/import/mail-entries.ts';
import { judgeMail } from '../../src/import/mail-found.ts';
import { mailsIn } from '../../src/import/mailbox.ts';
import { waitingMails } from '../../src/import/mail-threads.ts';
import type { Entry, Recorded } from '../../src/journal/entry.ts';
import { dayOf } from '../support/days.ts';
import { fileIn, namesIn, withFiles } from './real-files.ts';
import { linear, quarterOf } from './linear.ts';

const reader = {
  me: new Set(['me@seller.test']),
  known: correspondentsOf(
    [{ name: 'Brazos' }, { name: 'Harlan' }],
    [
      { customer: 'Brazos', name: 'Dana', email: 'dana@brazos.test, dana@gmail.com' },
      { customer: 'Harlan', name: 'Gus', email: 'gus@harlan.test' },
      { customer: 'Harlan', name: 'Ann', email: 'ann@shared.test' },
      { customer: 'Brazos', name: 'Bob', email: 'bob@shared.test' },
    ],
  ),
  today: dayOf('2026-11-16'),
  since: undefined,
  met: new Map(),
};

const bytesOf = (...lines: readonly string[]): Buffer => Buffer.from(lines.join('\n'));
const read = (...lines: readonly string[]): Promise<Mail> => readMail(bytesOf(...lines, '', ''));
const linesIn = (text: string | Buffer): readonly number[] =>
  [...mailsIn([Buffer.from(text)], 'head')].map(({ line }) => line);

describe('a mailbox is cut into its mails', () => {
  test('at dated lines, and after a blank line before a head', () => {
    const text = [
      'From me@seller.test Mon Nov 16 14:30:00 2026',
      'Subject: one',
      '',
      'From here on, all is text.',
      '>From there, too.',
      '',
      'From somebody without a date',
      'Subject: two',
      '',
      'From - Mon Nov 16 14:30:00 2026',
      'Subject: three',
    ];
    expect(linesIn(text.join('\n'))).toEqual([1, 7, 10]);
    expect(linesIn(text.join('\r\n'))).toEqual([1, 7, 10]);
  });

  test('a mail alone is one; what is none holds none', () => {
    expect(linesIn('Subject: one\n\nText\n')).toEqual([1]);
    expect(linesIn('Dear all,\n\nthis is: no mail.\n')).toEqual([]);
  });

  test('whatever the pieces in which it comes', () => {
    const text = 'From a@b.test Mon Nov 16 14:30:00 2026\r\nSubject: é\r\n\r\nText\r\n'.repeat(5);
    const whole = [...mailsIn([Buffer.from(text)], 'head')];
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), (size) => {
        const bytes = Buffer.from(text);
        const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        );
        expect([...mailsIn(pieces, 'head')]).toEqual(whole);
      }),
    );
  });

  test('piece by piece: the first mail is there before the second is read', () => {
    let pieces = 0;
    const piece = Buffer.from(
      `From a@b.test Mon Nov 16 14:30:00 2026\nSubject: x\n\n${'y'.repeat(70)}\n`,
    );
    function* endless(): Generator<Buffer> {
      for (;;) {
        pieces += 1;
        yield piece;
      }
    }
    const mails = mailsIn(endless(), 'head');
    expect(mails.next().value).toMatchObject({ line: 1 });
    expect(pieces).toBeLessThan(4);
    for (let count = 0; count < 1000; count += 1) mails.next();
    expect(pieces).toBeLessThan(1005);
  });

  test('of a mail without an end no more is kept than is wanted', () => {
    const [mail] = mailsIn([Buffer.from(`Subject: ${'x\n y'.repeat(500_000)}`)], 'whole');
    expect(mail?.bytes.length).toBeLessThan(300_000);
  });

  test('marks before “From” are taken away from the text', async () => {
    const [raw] = mailsIn([bytesOf('Subject: x', '', '>From one', '>>From two', '')], 'whole');
    expect((await readMail(raw?.bytes ?? bytesOf())).text.trim()).toBe('From one\n>From two');
  });
});

describe('a mail is read', () => {
  test('encoded words, groups, folded ids', async () => {
    const mail = await read(
      'From: =?iso-8859-1?q?J=F6rg?= <JOERG@x.test>',
      'To: Team: a@x.test, B <b@x.test>;, c@x.test',
      'Cc: d@x.test',
      'Subject: =?utf-8?b?R3LDvMOfZQ==?=',
      'References: <one@x>\n <two@x>',
      'Message-ID:\n <three@x>',
    );
    expect(mail).toMatchObject({
      from: { name: 'Jörg', address: 'joerg@x.test' },
      subject: 'Grüße',
      id: 'three@x',
      parent: 'two@x',
    });
    expect(mail.to.map(({ address }) => address)).toEqual(['a@x.test', 'b@x.test', 'c@x.test']);
  });

  test('letters in its head as bytes of Windows, and as UTF-8 in another line', async () => {
    const windows = Buffer.from('From: J\u00f6rg <j@x.test>\r\n', 'latin1');
    const utf8 = Buffer.from('Subject: Stra\u00dfe\r\n\r\nText\r\n');
    const mail = await readMail(Buffer.concat([windows, utf8]));
    expect(mail).toMatchObject({ from: { name: 'Jörg' }, subject: 'Straße' });
    expect(mail.text.trim()).toBe('Text');
  });

  test('its text, where it has none but HTML', async () => {
    const html = ['Subject: x', 'Content-Type: text/html', '', '<p>One &amp; <b>two</b></p>'];
    expect((await read(...html)).text.trim()).toBe('One & two');
  });

  test.each([
    ['Mon, 16 Nov 2026 14:30:00 -0600', '2026-11-16T20:30:00.000Z'],
    ['16 Nov 26 14:30 EST', '2026-11-16T19:30:00.000Z'],
    ['Mon, 16 Nov 2026 14:30:00 +0100 (CET)', '2026-11-16T13:30:00.000Z'],
    ['Mon Nov 16 14:30:00 2026', '2026-11-16T14:30:00.000Z'],
    ['2026-11-16T14:30:00+01:00', '2026-11-16T13:30:00.000Z'],
    ['Mon,16 Nov 2026 14:30:00 +0100', '2026-11-16T13:30:00.000Z'],
    ['Mo, 16 Nov 2026 14:30:00 +01:00', '2026-11-16T13:30:00.000Z'],
    ['Mon, 16 Nov 2026 14:30:00 GMT+0100', '2026-11-16T13:30:00.000Z'],
    ['Mon, 16 Nov 2026 14:30:00 CET', '2026-11-16T13:30:00.000Z'],
    ['Mon, 16 Nov 2026 2:30:00 PM +0100', '2026-11-16T13:30:00.000Z'],
    ['Mon, 16 Nov 2026 12:05:00 AM +0000', '2026-11-16T00:05:00.000Z'],
    ['Mon, 16 Nov 126 14:30:00 +0000', '2026-11-16T14:30:00.000Z'],
  ])('dated %s', (date, instant) => {
    expect(new Date(mailInstant(date) ?? NaN).toISOString()).toBe(instant);
  });

  test.each([
    '',
    'yesterday',
    'Bill 5',
    '31 Feb 2026 10:00',
    '16 Nov 2026 25:00',
    '16 Nov 1912 10:00',
    'Thu, 01 Jan 1970 00:00:00 +0000',
  ])('not dated by “%s”', (date) => expect(mailInstant(date)).toBeUndefined());
});

const HEAD = ['Date: Mon, 2 Nov 2026 14:30:00 +0000', 'Message-ID: <one@x>'];
const judged = async (...lines: readonly string[]) =>
  judgeMail(await read(...HEAD, ...lines), reader);
const fromDana = ['From: dana@brazos.test', 'To: me@seller.test'];

describe('a mail is with a customer', () => {
  test.each([
    [
      ['From: "Whitfield, D." <dana@brazos.test>', 'To: me@seller.test'],
      [['Brazos', 'Dana']],
      false,
    ],
    [['From: Eve <eve@mail.brazos.test>', 'To: me@seller.test'], [['Brazos', 'Eve']], false],
    [
      ['From: "Peck, Sam" <sam@brazos.test>', 'To: me@seller.test'],
      [['Brazos', 'Sam Peck']],
      false,
    ],
    [
      ['From: ME@seller.test', 'To: dana@gmail.com, x@brazos.test, gus@harlan.test'],
      [
        ['Brazos', 'Dana'],
        ['Harlan', 'Gus'],
      ],
      true,
    ],
  ])('%j', async (lines, who, own) => {
    const mail = await judged(...lines);
    const found = 'with' in mail ? mail.with.map(({ customer, person }) => [customer, person]) : [];
    expect(found).toEqual(who);
    expect(mail).toMatchObject({ own });
  });

  test.each([
    [['From: x@gmail.com', 'To: me@seller.test'], 'to or from nobody who is known here'],
    [['From: x@shared.test', 'To: me@seller.test'], 'to or from nobody who is known here'],
    [['From: me@seller.test', 'To: me@seller.test'], 'to yourself'],
    [[...fromDana, 'Auto-Submitted: auto-replied'], 'an automatic answer'],
    [[...fromDana, 'X-Autoreply: yes'], 'an automatic answer'],
    [[...fromDana, 'Precedence: auto_reply'], 'an automatic answer'],
    [[...fromDana, 'Subject: Out of Office: gone fishing'], 'an automatic answer'],
    [[...fromDana, 'Subject: =?utf-8?q?R=C3=A9ponse_automatique?='], 'an automatic answer'],
    ...[
      'no-reply',
      'noreply',
      'Do.Not.Reply',
      'orders-noreply',
      'noreply+77',
      'nicht-antworten',
    ].map((who): [string[], string] => [
      [`From: Brazos <${who}@brazos.test>`, 'To: me@seller.test'],
      'from an address that takes no answer',
    ]),
    [[...fromDana, 'List-Id: <x.y>'], 'of a mailing list'],
    [[...fromDana, 'Precedence: bulk'], 'of a mailing list'],
    [
      [...fromDana, 'Content-Type: multipart/report; boundary=x'],
      'came back undelivered, or a receipt',
    ],
    [['From: postmaster@brazos.test', 'To: me@seller.test'], 'came back undelivered, or a receipt'],
    [[...fromDana, 'X-Mozilla-Status: 0009'], 'deleted, spam or a draft'],
    [[...fromDana, 'X-Gmail-Labels: Inbox,Spam'], 'deleted, spam or a draft'],
    [
      [...fromDana, 'X-Gmail-Labels: =?UTF-8?Q?Ge=C3=B6ffnet,Entw=C3?=', ' =?UTF-8?Q?=BCrfe?='],
      'deleted, spam or a draft',
    ],
    [[...fromDana, 'X-Gmail-Labels: Papierkorb,Kunden'], 'deleted, spam or a draft'],
    [[...fromDana, 'X-Status: D'], 'deleted, spam or a draft'],
    [[...fromDana, 'X-Uniform-Type-Identifier: com.apple.mail-draft'], 'deleted, spam or a draft'],
    [[...fromDana, 'X-Unsent: 1'], 'deleted, spam or a draft'],
    [[...fromDana, 'Subject: R\u00e9ponse automatique : absence'], 'an automatic answer'],
    [[...fromDana, 'Subject: Abwesend: bis Montag'], 'an automatic answer'],
    [[...fromDana, 'Subject: Re\u0301ponse automatique'], 'an automatic answer'],
    ...['Accepted: Offer talk @ Tue 17 Nov', 'Tentatively Accepted: Fair', 'Zugesagt: Messe'].map(
      (subject): [string[], string] => [
        [...fromDana, `Subject: ${subject}`],
        'an answer to an invitation, given by a click',
      ],
    ),
    [
      [...fromDana, 'Content-Type: text/calendar; charset="utf-8"; method=REPLY'],
      'an answer to an invitation, given by a click',
    ],
    [[...fromDana, 'Subject: Read: the offer'], 'came back undelivered, or a receipt'],
    [[...fromDana, 'Subject: Gelesen: Angebot'], 'came back undelivered, or a receipt'],
    [['To: me@seller.test'], 'without a sender'],
  ])('or not: %j', async (lines, why) => expect(await judged(...lines)).toMatchObject({ why }));

  test.each([
    ['Auto-Submitted: no'],
    ['Subject: About the office'],
    ['Subject: Re: Accepted: Offer talk'],
    ['Subject: Accepted the offer'],
    ['Subject: Reading: the offer'],
    ['Content-Type: text/calendar; method=REQUEST'],
    ['X-Mozilla-Status: 0001'],
    ['X-Gmail-Labels: Inbox,Customers/Spam Filters Inc'],
    ['X-Status: A'],
  ])('near miss: %s', async (line) =>
    expect(await judged(...fromDana, line)).toMatchObject({ own: false }),
  );

  test.each([
    [[], 'without a date'],
    [['Date: Mon, 31 Feb 2026 14:30:00 +0000'], 'with a date that does not exist'],
    [['Date: Mon, 3 Nov 2036 14:30:00 +0000'], 'dated in the future'],
  ])('dated %j', async (date, why) => {
    expect(judgeMail(await read(...date, ...fromDana), reader)).toMatchObject({ why });
  });
});

/** A few mails, each by its sender and the mail that it answers. */
const thread = fc
  .array(fc.record({ own: fc.boolean(), answers: fc.option(fc.nat(7)), copy: fc.boolean() }), {
    maxLength: 8,
  })
  .map((mails) =>
    mails.map(({ own, answers, copy }, index): PlacedMail => ({
      key: `k${index}`,
      parent: answers === null ? undefined : `k${answers}`,
      own,
      at: Date.UTC(2026, 0, 1 + index),
      subject: undefined,
      with: [{ customer: 'Brazos', addresses: ['dana@brazos.test'], isCopy: own && copy }],
      line: index + 1,
    })),
  );

const entriesOf = (
  mails: readonly PlacedMail[],
  before: readonly Entry[] = [],
): readonly Entry[] => {
  const recorded = before.map((entry, index): Recorded => ({ ...entry, seq: index + 1 }));
  const write = mailWriter(mails, foundBefore(recorded, 'mbox'));
  return mails
    .flatMap((mail) => write(mail, undefined))
    .flatMap((found) => (found.is === 'entry' ? [found.entry] : []));
};
const byId = (entries: readonly Entry[]): ReadonlyMap<string, string> =>
  new Map(entries.map(({ id, type, on }) => [id, `${type} ${on}`]));

describe('what waits for an answer', () => {
  const waits = (...mails: readonly (readonly [key: string, own: boolean, parent?: string])[]) => [
    ...waitingMails(mails.map(([key, own, parent], at) => ({ key, own, parent, at }))),
  ];

  test('what begins a thread, and what follows up on ours', () => {
    expect(waits(['a', true], ['b', true, 'a'])).toEqual(['a', 'b']);
  });

  test('not our answer to theirs, unless they answered it', () => {
    expect(waits(['a', false], ['b', true, 'a'])).toEqual([]);
    expect(waits(['a', false], ['b', true, 'a'], ['c', false, 'b'])).toEqual(['b']);
    expect(waits(['b', true, 'not in the mailbox'])).toEqual([]);
  });

  test('but the second answer to the same mail of theirs', () => {
    expect(waits(['a', false], ['b', true, 'a'], ['c', true, 'a'])).toEqual(['c']);
  });

  test('the order of the mails makes no difference, and twice is once', () => {
    fc.assert(
      fc.property(thread, fc.infiniteStream(fc.nat()), (mails, random) => {
        const once = entriesOf(mails);
        const shuffled = mails
          .map((each) => ({ each, at: random.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(byId(entriesOf(shuffled))).toEqual(byId(once));
        expect(byId(entriesOf(mails, once))).toEqual(byId(once));
        expect(byId(once).size).toBe(mails.length);
      }),
    );
  });
});

test('two addresses of one customer are one mail with them, whoever of them was known first', () => {
  const mail = (...addresses: readonly string[]): PlacedMail => ({
    key: 'k',
    parent: undefined,
    own: true,
    at: 0,
    subject: undefined,
    line: 1,
    with: [{ customer: 'Brazos', addresses, isCopy: false }],
  });
  const first = entriesOf([mail('b@brazos.test')]);
  expect(first).toMatchObject([{ type: 'tried', channel: 'email', customer: 'Brazos' }]);
  expect(entriesOf([mail('a@brazos.test', 'b@brazos.test')], first)).toMatchObject([
    { id: first[0]?.id },
  ]);
  expect(JSON.stringify(first)).not.toContain('brazos.test');
});

describe('a megabyte of malice takes four times as long as a quarter of it, not sixteen times', () => {
  const repeat = (text: string): string => text.repeat(Math.ceil(1_000_000 / text.length));
  test.each([
    ['addresses', `To: ${repeat('a@b.test,')}\n\n`],
    ['groups', `To: ${repeat('a:')}\n\n`],
    ['quotes', `To: ${repeat('"')}\n\n`],
    ['comments', `To: ${repeat('(')}\n\n`],
    ['brackets', `References: ${repeat('<')}\nMessage-ID: ${repeat('<@')}\n\n`],
    ['encoded words', `Subject: ${repeat('=?utf-8?q?=')}\n\n`],
    ['commas in a name', `From: "${repeat(', ')}" <dana@brazos.test>\n\n`],
    ['a date', `Date: ${repeat('16 ')}\n\n`],
    ['folds', `Subject: a${repeat('\n ')}\n\n`],
    ['heads', repeat('a:b\n')],
    ['heads with bytes of Windows', repeat('a:\u00e4\n')],
    ['beginnings', repeat('From a\n\n')],
    ['dated beginnings', repeat(`From a b 10:00 2026\n${'x'.repeat(50)}\n`)],
    ['one line', repeat('x')],
    [
      'nested parts',
      Array.from(
        { length: 5000 },
        (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}\n`,
      ).join(''),
    ],
  ])('%s', async (_what, text) => {
    await linear(quarterOf(text), text, async (some) => {
      for (const part of ['head', 'whole'] as const)
        for (const { bytes } of mailsIn([Buffer.from(some, 'latin1')], part))
          await readMail(bytes).catch(() => undefined);
    });
  });
});

withFiles('python-email')(
  '47 mails of others in one mailbox: 47 read, 28 with a date, none crashes',
  async () => {
    const names = namesIn('python-email', '.txt').filter((name) => name.startsWith('msg_'));
    const mailbox = names.flatMap((name) => {
      const text = fileIn('python-email', name)
        .toString('latin1')
        .replace(/^(>*From )/gm, '>$1');
      return [Buffer.from(`From x@y.test Mon Nov 16 14:30:00 2026\n${text}\n\n`, 'latin1')];
    });
    const mails = await Promise.all(
      [...mailsIn(mailbox, 'whole')].map(({ bytes }) => readMail(bytes)),
    );
    expect(mails).toHaveLength(47);
    expect(mails.filter(({ date }) => mailInstant(date) !== undefined)).toHaveLength(28);
  },
);

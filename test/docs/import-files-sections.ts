/** A format that other programs write: what becomes of it, and an example that runs. */
interface Section {
  readonly title: string;
  readonly says: readonly string[];
  readonly console: string;
}

const SECTIONS: readonly Section[] = [
  {
    title: 'Address books (.vcf)',
    says: [
      'vCard 2.1, 3.0 and 4.0, as phones and mail programs export their contacts. The company of a card is the customer, the name a person there, with role, mail addresses and telephone numbers. Pictures, postal addresses and notes are not read.',
      '- **Customers.** The company must be a customer, by name or alias; punctuation makes no difference. A card without a company belongs to the customer whose people have mail addresses of the same domain, unless it is a domain of everybody’s, such as gmail.com; or to the customer who is called like the person. All others are left out, and the companies told, with the names most like theirs. An address book holds more people than customers, so it is not refused for them.',
      '- `--new-customers` makes a customer of each company, and of whoever has none: the one contact is all there is of it (`solo`). `--customer NAME` makes them all people of one customer.',
      '- **Mail addresses** and telephone numbers are kept all, five at most, the preferred one first; faxes and pagers are not. Mails and meetings are recognised by the addresses.',
      '- **Left out:** groups, cards without a name, lines that nobody can read (with their numbers; the rest of the card is read).',
    ],
    console: `$ cat > contacts.vcf <<'END'
> BEGIN:VCARD
> VERSION:3.0
> FN:Lena Brandt
> ORG:Nordwind GmbH;Purchasing
> TITLE:Buyer
> EMAIL;TYPE=WORK:lena@nordwind.test
> TEL;TYPE=CELL:+49 170 5550199
> END:VCARD
> BEGIN:VCARD
> VERSION:2.1
> N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Vo=C3=9F;Ole
> EMAIL;INTERNET:ole@nordwind.test
> END:VCARD
> END
$ rel import contacts.vcf --db contacts.db
$ rel import contacts.vcf --db contacts.db --new-customers
$ rel export people --db contacts.db | cut -d, -f2-4,7-8`,
  },
  {
    title: 'Calendars (.ics)',
    says: [
      'iCalendar, as Google, Outlook, Apple and Thunderbird export it. A meeting becomes a touch (`spoke`, channel meeting) with each customer who was invited: by mail address, by its domain, or by the whole name of somebody known. The title is the note; descriptions are not read. `rel config set me` tells your own addresses.',
      '- **Series** are repeated, with their exceptions and with those that were moved, up to this moment; what is still to come is left out. `--since DATE` begins later. What repeats more often than daily, or on more than 10,000 days, is no meeting.',
      '- **Days** are those of your own calendar: the zones of the file are converted to yours; where nobody knows a zone, that is said. A meeting that fills a day or more has no length, and the tag `whole-day`.',
      '- **Left out:** private and confidential ones, cancelled ones, those that you or the guest declined. A title alone names somebody only with `--titles`, because “Prepare the offer for Dana” is no meeting with her; whole days never, because of birthdays.',
      '- **Changed since.** A meeting that was moved, called off or declined after it came in stays as it is; what it would take to follow the calendar is told.',
    ],
    console: `$ cat > meetings.ics <<'END'
> BEGIN:VCALENDAR
> BEGIN:VEVENT
> UID:standing-talk
> DTSTART;TZID=Europe/Berlin:20261012T160000
> DURATION:PT30M
> RRULE:FREQ=WEEKLY;UNTIL=20261117T000000Z
> EXDATE;TZID=Europe/Berlin:20261026T160000
> SUMMARY:The week's deliveries
> ATTENDEE;CN=Lena Brandt:mailto:lena@nordwind.test
> END:VEVENT
> BEGIN:VEVENT
> UID:tax-office
> DTSTART:20261105T090000Z
> SUMMARY:Tax office
> ATTENDEE:mailto:office@tax.test
> END:VEVENT
> END:VCALENDAR
> END
$ rel import meetings.ics --db contacts.db
$ rel timeline nordwind --db contacts.db
$ rel import meetings.ics --db contacts.db 2>/dev/null | head -1`,
  },
  {
    title: 'Mailboxes (.mbox) and single mails (.eml)',
    says: [
      'As Thunderbird, Apple Mail and Google (Takeout) write them, of any size: a mailbox is read piece by piece. `rel config set me a@b,c@d` tells first which addresses are yours. A mail from a customer is `heard`. One of yours is `tried`, waiting for the answer, so that the rules see who answers and who stopped, without a word typed.',
      '- **Threads.** Your answer to a mail of theirs is `sent`: a thread ends with somebody’s last word, and nobody owes an answer to it. If they answered it all the same, or if you wrote again, it waited, and is `tried`. So is whatever begins a thread. Who only gets a copy is not waited for. All this is found from the whole of a mailbox and what was imported before, in whatever order the mails stand; a thread that is cut in two by two imports may count its last mail of the first differently.',
      '- **Both halves.** Import the inbox and the sent mails. With one half alone rel says so, because it would look like silence.',
      '- **Recognised** is an address of somebody on the customer’s card, or its domain where it is one customer’s alone and not everybody’s. Unknown addresses are told, the most frequent ones first, with what to type; they never become customers by themselves. Once known, import again: the others come in, nothing twice.',
      '- **Left out:** automatic answers, answers to invitations that were given by a click, receipts, mailing lists and newsletters, mails from an address that takes no answer (`no-reply@`), what came back undelivered, deleted mails, drafts and spam, mails without a date, dated in the future or on a day that does not exist, and the second copy of a mail.',
      '- **Words** are not kept. `--subjects` keeps the subject as a note, `--bodies` the text as well. Even the id of a mail is kept as a hash only, so that `rel forget` leaves nothing of it. `--since DATE` begins later.',
    ],
    console: `$ cat > mails.mbox <<'END'
> From me@seller.test Mon Nov  2 09:00:00 2026
> From: Me <me@seller.test>
> To: Lena Brandt <lena@nordwind.test>
> Date: Mon, 2 Nov 2026 09:00:00 +0100
> Message-ID: <1@seller.test>
> Subject: The new ramp
>
> Do you want it in spring?
>
> From lena@nordwind.test Mon Nov  2 17:00:00 2026
> From: Lena Brandt <lena@nordwind.test>
> To: Me <me@seller.test>
> Date: Mon, 2 Nov 2026 17:00:00 +0100
> Message-ID: <2@nordwind.test>
> In-Reply-To: <1@seller.test>
> Subject: Re: The new ramp
>
> We do.
>
> From me@seller.test Tue Nov  3 09:00:00 2026
> From: Me <me@seller.test>
> To: Lena Brandt <lena@nordwind.test>
> Date: Tue, 3 Nov 2026 09:00:00 +0100
> Message-ID: <3@seller.test>
> In-Reply-To: <2@nordwind.test>
> Subject: Re: The new ramp
>
> Fine, then so be it.
>
> From news@shop.test Wed Nov  4 09:00:00 2026
> From: news@shop.test
> To: me@seller.test
> Date: Wed, 4 Nov 2026 09:00:00 +0100
> List-Unsubscribe: <mailto:stop@shop.test>
> Subject: Ramps for sale
>
> END
$ rel config set me me@seller.test --db contacts.db
$ rel import mails.mbox --db contacts.db
$ rel timeline nordwind --db contacts.db | tail -3`,
  },
  {
    title: 'Journals of the program friends (.md)',
    says: [
      'A friend becomes a customer of their own (`solo`), with the nicknames as aliases, unless somebody here is called so; place and tags are kept as the role. An activity becomes a touch (`spoke`, channel other) with each friend in it, a note becomes work of no minutes; places and tags become tags.',
    ],
    console: `$ cat > friends.md <<'END'
> ### Activities:
> - 2026-11-07: Walked along the _Harbour_ with **Jo Marsh**. @sun
>
> ### Friends:
> - Jo Marsh (a.k.a. Jojo) [Harbour]
>
> ### Locations:
> - Harbour
> END
$ rel import friends.md --db contacts.db
$ rel timeline jojo --db contacts.db`,
  },
];

/** With console blocks that are still to be run. */
export const importFilesSections = (): readonly string[] =>
  SECTIONS.flatMap(({ title, says, console }) => [
    `## ${title}`,
    ...says,
    `\`\`\`console\n${console}\n\`\`\``,
  ]);

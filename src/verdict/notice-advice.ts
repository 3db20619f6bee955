import { type Day, spokenDay } from '../journal/days.ts';
import { isTouch, isTwoWay } from '../journal/entry.ts';
import { CONDITION_SIGNALS, CONDITIONS, type Condition } from '../journal/vocabulary.ts';
import type { Advice, Course, Ladder } from '../rules/advice.ts';
import type { Judgement } from './judge.ts';

/** A notice is only enforced after so many days with a contact. */
const CONTACT_DAYS = 3;
/** While a notice runs: what they have brought, and what is still missing. */
export function onNotice(
  own: Advice,
  notice: Judgement['standing']['notice'],
  { theirs, economics }: Judgement['sums'],
  course: Course,
): Ladder {
  const { asOf, ever } = course;
  if (notice === undefined) return [own];
  const open = CONDITIONS.filter(
    (each) =>
      !ever.some(
        ({ on, signals }) => on >= notice.on && signals?.includes(CONDITION_SIGNALS[each]),
      ),
  );
  if (open.length === 0)
    return [
      {
        say: 'Apology, reason and assurance are all there: record that the notice was met.',
        words: 'Thank you. Then we go on from here; if it happens again, we stop for good.',
        command: 'met',
      },
    ];
  if (open.length < CONDITIONS.length)
    return [
      {
        say: `They have begun: what is still missing is the ${open.join(' and the ')}.`,
        words: ASKING[open[0] ?? 'apology'],
        command: `log call :${CONDITION_SIGNALS[open[0] ?? 'apology']}`,
      },
    ];
  const contacts = new Set(
    ever.filter((e) => e.on >= notice.on && isTouch(e) && e.type !== 'sent').map(({ on }) => on),
  );
  const last = notice.deadline;
  if (last !== undefined && asOf > last && theirs === 0 && economics === 0)
    return [
      nothingStands(
        last,
        ever.some((e) => e.on > notice.on && isTwoWay(e)),
      ),
    ];
  if (last !== undefined && asOf > last)
    return [{ ...own, say: afterDeadline(last, contacts.size), ...RINGING }];
  return contacts.size >= CONTACT_DAYS
    ? [{ say: own.say }]
    : [
        {
          ...own,
          say: `The last chance is running: ring them while it does, and listen for ${
            notice.conditions === undefined ? 'the three conditions' : 'what you asked for'
          }.`,
          ...RINGING,
        },
      ];
}

const RINGING = {
  words: 'You have my letter. I would rather hear it from you: do you want to go on?',
  command: 'log call :confronted',
} as const;

const ASKING: Readonly<Record<Condition, string>> = {
  apology: 'One thing is missing for me: a plain word that you are sorry.',
  explanation: 'Tell me what happened, so that I can understand it.',
  assurance: 'How can I be sure that it stays mended?',
};

const afterDeadline = (last: Day, contacts: number): string =>
  contacts >= CONTACT_DAYS
    ? `The notice ran out on ${spokenDay(last)}; it is too soon, or too little is wrong, to end it. Ask them whether they go on.`
    : `The notice ran out on ${spokenDay(last)}, but you reached for them too seldom to end it: ring once more.`;

/** There is nothing to end it for; but nothing was heard either where nobody has spoken since. */
const nothingStands = (last: Day, spoken: boolean): Advice =>
  spoken
    ? {
        say: `The notice ran out on ${spokenDay(last)}, and nothing of theirs stands any more: let it end well.`,
        words: 'What my letter was about is behind us. I would like to go on with you.',
        command: 'met',
      }
    : {
        say: `The notice ran out on ${spokenDay(last)}; nothing of theirs stands, but you have not spoken since. Ask them whether they go on.`,
        ...RINGING,
      };

/** A dropped customer comes back by three conditions, or not at all. */
export function afterDrop(
  own: Advice,
  met: ReadonlySet<Condition>,
  once: boolean,
  { ever }: Course,
): Ladder {
  if (once) return [{ say: 'The second time: service the existing account, and nothing more.' }];
  const dropped = ever.findLast(({ type }) => type === 'drop');
  const open = CONDITIONS.filter((each) => !met.has(each));
  const heard = open.filter((each) =>
    ever.some(
      ({ on, signals }) =>
        dropped !== undefined && on >= dropped.on && signals?.includes(CONDITION_SIGNALS[each]),
    ),
  );
  if (heard.length > 0)
    return [
      {
        say: `They brought something of what you asked for: record it (${heard.join(', ')}).`,
        command: `met ${heard.join(' ')}`,
      },
    ];
  if (met.size === 0) return [own];
  return [
    {
      say: `Service the existing account; what is still missing is the ${open.join(' and the ')}.`,
      words: ASKING[open[0] ?? 'apology'],
    },
  ];
}

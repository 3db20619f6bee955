import { spokenDay } from '../journal/days.ts';
import { takenBack } from '../journal/dropped.ts';
import { standingIntents } from '../journal/intent.ts';
import type { Standing } from '../journal/stage.ts';
import { type Advice, type Course, type Ladder, talkedAbout } from '../rules/advice.ts';
import type { Judgement } from './judge.ts';
import { afterDrop, onNotice } from './notice-advice.ts';
import { fromTheStart, waitingForThem } from './rebuild-advice.ts';

/** What the row tells to do, one thing after the other. */
export function rowLadder({ row, standing, sums }: Judgement, course: Course): Ladder {
  const own: Advice = {
    say: row.advice,
    ...(row.words === undefined ? {} : { words: row.words }),
    ...(row.command === undefined ? {} : { command: row.command }),
  };
  switch (row.row) {
    case 'A2':
      return [noFurtherNotice(course) ?? own];
    case 'A3':
      return [
        { ...own, taken: talkedAbout('review', 28) },
        noFurtherNotice(course) ?? FINAL_NOTICE,
      ];
    case 'N1':
      return ending({ ...own, say: ranOut(own.say, standing.notice) }, course);
    case 'B1':
    case 'P1':
      return ending(own, course);
    case 'N2':
      return onNotice(own, standing.notice, sums, course);
    case 'D2':
      return afterDrop(own, standing.conditions, standing.once, course);
    case 'L4':
      return waitingForThem(own, course);
    case 'R1':
    case 'P4':
      return fromTheStart(own, course);
    default:
      return [own];
  }
}

/** Whoever clashes with a person hands over before anything else. */
export const HANDING_OVER: Advice = {
  say: 'It is the two of you, not the business: hand them over to somebody they get on with.',
  words: 'I think a colleague of mine suits you better. May I introduce the two of you?',
  command: 'handover',
};

const FINAL_NOTICE: Advice = {
  say: 'You talked about terms: give final notice, with the three conditions and a date.',
  words:
    'By the 30th I need an apology, what happened, and your word that it stays mended. Without them we stop.',
  command: 'notice --by in 2 weeks',
};

/** Whoever was taken back after a drop has had the last chance; undefined for all others. */
function noFurtherNotice({ ever }: Course): Advice | undefined {
  const back = takenBack(ever);
  return back === undefined
    ? undefined
    : {
        say: `They had their last chance on ${spokenDay(back.on)} (#${back.seq}), and it happened again: no further notice, end it for good.`,
        words: 'We had one more chance, and it happened again. We stop here, for good.',
        command: 'drop',
      };
}

const ranOut = (say: string, notice: Standing['notice']): string =>
  notice?.deadline === undefined ? say : `The notice #${notice.seq} ran out: act on it.`;

/** The first `drop` of a day only says that it is meant. */
function ending(own: Advice, { asOf, ever }: Course): Ladder {
  const meant = standingIntents(ever).at(-1);
  if (meant?.on === asOf) return [{ say: 'You mean to end it: sleep on it, and decide tomorrow.' }];
  if (meant?.until !== undefined && meant.until > asOf)
    return [
      {
        say: `You gave it until ${spokenDay(meant.until)} (#${meant.seq}): until then, raise it with them.`,
        command: 'log call :confronted',
      },
    ];
  return meant === undefined
    ? [own]
    : [{ ...own, say: `You have meant to since ${spokenDay(meant.on)}: do it, or let it go.` }];
}

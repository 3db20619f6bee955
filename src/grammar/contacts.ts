import { lazily } from '../journal/lazily.ts';
import type { Channel } from '../journal/vocabulary.ts';
import { isAmong, listed } from './listed.ts';
import { KNOWN } from './phrases.ts';

/** A contact that a note tells of. */
export interface Contact {
  /** The channels it can mean, likeliest first; none where it is a call. */
  readonly channels: readonly Channel[];
  /** They came, or wrote. */
  readonly isTheirs?: true;
  /** Of it alone something else is asked. */
  readonly isWritten?: true;
  /** Nothing but whom it was with. */
  readonly isName?: true;
}

/** How one may be told. */
interface Telling extends Contact {
  /** Whether a text whose first word this is may tell it: to make an expression costs more than all else of a line. */
  readonly mayBegin: (word: string) => boolean;
  readonly pattern: () => RegExp;
}

/** One of the words, as an expression. */
const either = (words: string): string => words.replaceAll(' ', '|');

/** Stands before a thing: "had a quick", "3pm". */
const SUCH_WORDS =
  'had did got done was went for just a an another in quick short brief long longer good great nice bad tough rough hard second third ' +
  'weekly monthly quarterly annual regular first intro sales lunch breakfast morning afternoon evening early late surprise site plant factory office shop ' +
  "video online follow-up followup noon today's this";
const SUCH = `(?:(?:${either(SUCH_WORDS)}|\\d{1,3}(?::\\d\\d)?(?:am|pm|m|min|h)?) )`;
const WHO_WORDS = `${KNOWN} him her them everyone everybody all`;
const SPOKE = 'spoke talked chatted phoned called rang telephoned';
const TALKED = `${SPOKE} discussed reviewed negotiated presented`;
const WROTE = 'sent emailed e-mailed mailed wrote';
const STOPPED = 'stopped dropped swung popped called went looked';
const SENT_THINGS =
  'the my our a new price quote offer list order contract invoice info proposal reminder sample samples drawing drawings catalogue brochure mail email';

/** How people write that they met, saw, wrote to or spoke with somebody. Made when it is asked for. */
export const contacts = lazily((): readonly Telling[] => {
  const WHO = `(?:${KNOWN}|him|her|them|every(?:one|body)|all (?:of them|three|four))(?![\\w'-])`;
  const ROLE =
    '(?:(?:new|whole|old|main) )?(?:team|crew|boss|bosses|owners?|managers?|buyers?|directors?|ceo|cfo|coo|md|gm|engineers?|guys|people|board|family|wife|husband|son|daughter|brother|staff|foreman|purchasing|management|successor|assistant)';
  const SOMEBODY = `(?:${WHO}|(?:the|their|his|her|a|mr|mrs|ms) ${ROLE}(?![\\w'-])|(?:mr|mrs|ms) )`;
  const STOP =
    "(?=,|$| (?:with|and|at|in|for|on|about|over|to|from|today|yesterday|w/|re)(?![\\w'-]))";
  /** Behind a meal, how long it was, or that one talked. */
  const MEAL = `(?:${STOP}|(?= (?:\\d[\\dh.]* ?(?:m|mins?|minutes?|h|hrs?|hours?)|half an hour|an hour|${KNOWN}|him|her|them|he|she|talk(?:ed|ing)?|spoke|chatted|discussed|went|again|(?:good|great|nice|long|quick) (?:talk|chat|time))(?![\\w'-])))`;
  const NO_PLAN =
    '(?! (?:is|was|were|are|will|to be|planned|set|booked|scheduled|moved|needed|due|next|request(?:ed)?|invite|invitation|on (?:mon|tue|wed|thu|fri)|tomorrow|cancell?ed|postponed|first|report|schedule|room|notes?|minutes))';
  const rows: readonly (readonly [begins: string, string, readonly Channel[], true?])[] = [
    [
      'met saw',
      `(?:met|saw)(?: up)?(?: with)? (?:${SOMEBODY})(?: (?:at|in|on) (?:zoom|teams))`,
      ['meeting'],
    ],
    ['met caught', `(?:met(?: up)?|caught up)(?: with)? ${SOMEBODY}`, ['visit', 'meeting']],
    [
      'met',
      `met(?: up)?(?: with| for (?:a )?(?:coffee|lunch|beer|drink|breakfast|dinner)|(?= (?:at|in person|on site|onsite|today|yesterday)(?![\\w'-])))`,
      ['visit', 'meeting'],
    ],
    [
      'met',
      "met (?!halfway|all|our|their|resistance|opposition|targets?|quotas?|expectations|requirements|specs?|deadlines?|budgets?|demands?|standards?|problems?|trouble|the|his|her|its|my|with)[a-z'-]+(?=,|$| (?:at|in|for|over|today|yesterday|from)(?![\\w'-]))|met$",
      ['visit', 'meeting'],
    ],
    ['bumped ran', `(?:bumped|ran) into (?:${SOMEBODY}|[a-z]+(?=,|$| at))`, ['event', 'visit']],
    [
      'on at',
      `(?:on|at) (?:the |their |his |her )?(?:site|office|plant|yard|factory|warehouse|shop)(?=,|$| with)`,
      ['visit'],
    ],
    ['in', 'in person', ['visit', 'meeting']],
    ['in', 'in (?:their|his|her) office(?=,|$| with)', ['visit']],
    ['at', 'at the fair(?=,|$| with)', ['event']],
    ['saw', `saw ${WHO}`, ['visit', 'meeting']],
    ['visited toured', '(?:visited|toured)(?! by)', ['visit']],
    [
      'went drove rode flew walked travelled traveled',
      `(?:went|drove|rode|flew|walked|travell?ed) (?:out |over |up |down |round |around )?(?:by|past|to see|to meet|to (?:their|his|her) (?:office|site|plant|shop|yard|factory|place|depot|warehouse))(?![\\w'-])`,
      ['visit'],
    ],
    [
      STOPPED,
      `(?:${either(STOPPED)}) (?:by|in on|in at|round|over to|in to see)(?![\\w-])`,
      ['visit'],
    ],
    [
      'was been',
      `(?:was|been) (?:at|on) (?:their|his|her) (?:site|office|plant|shop|yard|factory|place|depot|warehouse)(?![\\w-])`,
      ['visit'],
    ],
    [
      WHO_WORDS,
      `(?:${WHO} )+(?:came|stopped|dropped|popped|swung|called) (?:by|over|round|past|in to see|to see (?:me|us)|to (?:the|my|our) office|in(?=,|$| (?:today|yesterday|to|on|for a)))(?![\\w'-])`,
      ['visit'],
      true,
    ],
    [
      `${SUCH_WORDS} lunch breakfast coffee coffees tea beer beers drink drinks pint took`,
      `(?:${SUCH}|took ${WHO} (?:out )?(?:to|for) )*(?:lunch|breakfast|coffees?|tea|beers?|drinks?|pint)${MEAL}(?! (?:is|for (?:the|their)))`,
      ['meeting', 'event'],
    ],
    [
      `${SUCH_WORDS} took played dinner golf`,
      `(?:${SUCH}|took ${WHO} (?:out )?(?:to|for) |played )*(?:dinner|golf)${MEAL}`,
      ['event', 'meeting'],
    ],
    [
      `${SUCH_WORDS} zoom teams video skype webex google`,
      `(?:${SUCH})*(?:zoom|teams|video|skype|webex|google meet)(?: (?:call|meeting|chat))?(?=,|$| (?:with|w/|~|about|today|yesterday|\\d))`,
      ['meeting'],
    ],
    [
      `${SUCH_WORDS} demo presentation workshop walk-through walkthrough`,
      `(?:${SUCH})*(?:demo|presentation|workshop|walk-?through)(?: (?:with|for|at) ${SOMEBODY}|,|$)`,
      ['meeting', 'visit'],
    ],
    [`${SUCH_WORDS} site visit`, `(?:${SUCH})*(?:site visit|visit to (?:their|the))`, ['visit']],
    ...(['visit', 'meeting', 'text', 'chat', 'letter', 'email', 'event'] as const).map(
      (channel) => [SUCH_WORDS, `${SUCH}+${channel}${NO_PLAN}${STOP}`, [channel]] as const,
    ),
    [
      `${SUCH_WORDS} ${SPOKE} caught call chat phone catch-up catchup with w/`,
      `(?:(?:${either(SPOKE)}|caught up)(?: (?:with|to|w/))?|(?:${SUCH})*(?:call|chat|phone call|phone|catch-?up) (?:with|to|w/)|(?:with|w/))(?: ${SOMEBODY})`,
      [],
    ],
    [`${TALKED} went`, `(?:${either(TALKED)}|went (?:through|over))`, []],
    [SENT_THINGS, `(?:(?:${either(SENT_THINGS)}) )+sent`, []],
    [`${SUCH_WORDS} phone call`, `(?:${SUCH})*(?:phone )?call`, []],
  ];
  const contact = (begins: string, pattern: string): Pick<Telling, 'mayBegin' | 'pattern'> => {
    const words = listed(begins);
    return {
      mayBegin: (word) => isAmong(words, word) || (word >= '0' && word < ':'),
      pattern: lazily(() => new RegExp(`^(?:${pattern})(?![\\w'-])`)),
    };
  };
  return [
    ...rows.map(([begins, pattern, channels, isTheirs]) => ({
      ...contact(begins, pattern),
      channels,
      ...(isTheirs === undefined ? {} : { isTheirs }),
    })),
    {
      ...contact(WROTE, `(?:${either(WROTE)})(?: ${WHO})?`),
      channels: ['email'],
      isWritten: true,
    },
    { ...contact(WHO_WORDS, WHO), channels: [], isName: true },
  ];
});

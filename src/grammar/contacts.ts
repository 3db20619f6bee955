import { lazily } from '../journal/lazily.ts';
import type { Channel } from '../journal/vocabulary.ts';
import { KNOWN } from './phrases.ts';

/** How a contact may be told, as an expression; the channels it can mean, likeliest first, none where it is a call. */
export interface Contact {
  readonly pattern: RegExp;
  readonly channels: readonly Channel[];
  /** They came, or wrote. */
  readonly isTheirs?: true;
  /** Of it alone something else is asked. */
  readonly isWritten?: true;
  /** Nothing but whom it was with. */
  readonly isName?: true;
}

/** Stands before a thing: "had a quick", "3pm". */
const SUCH =
  '(?:(?:had|did|got|done|was|went|for|just|a|an|another|in|quick|short|brief|long|longer|good|great|nice|bad|tough|rough|hard|second|third|' +
  'weekly|monthly|quarterly|annual|regular|first|intro|sales|lunch|breakfast|morning|afternoon|evening|early|late|surprise|site|plant|factory|office|shop|' +
  "video|online|follow-?up|\\d{1,3}(?::\\d\\d)?(?:am|pm|m|min|h)?|noon|today's|this) )";

/** How people write that they met, saw, wrote to or spoke with somebody. Made when it is asked for. */
export const contacts = lazily((): readonly Contact[] => {
  const WHO = `(?:${KNOWN}|him|her|them|every(?:one|body)|all (?:of them|three|four))(?![\\w'-])`;
  const ROLE =
    '(?:(?:new|whole|old|main) )?(?:team|crew|boss|bosses|owners?|managers?|buyers?|directors?|ceo|cfo|coo|md|gm|engineers?|guys|people|board|family|wife|husband|son|daughter|brother|staff|foreman|purchasing|management|successor|assistant)';
  const SOMEBODY = `(?:${WHO}|(?:the|their|his|her|a|mr|mrs|ms) ${ROLE}(?![\\w'-])|(?:mr|mrs|ms) )`;
  const STOP =
    "(?=,|$| (?:with|and|at|in|for|on|about|over|to|from|today|yesterday|w/|re)(?![\\w'-]))";
  const NO_PLAN =
    '(?! (?:is|was|were|are|will|to be|planned|set|booked|scheduled|moved|needed|due|next|request(?:ed)?|invite|invitation|on (?:mon|tue|wed|thu|fri)|tomorrow|cancell?ed|postponed|first|report|schedule|room|notes?|minutes))';
  const rows: readonly (readonly [string, readonly Channel[], true?])[] = [
    [`(?:met|saw)(?: up)?(?: with)? (?:${SOMEBODY})(?: (?:at|in|on) (?:zoom|teams))`, ['meeting']],
    [`(?:met(?: up)?|caught up)(?: with)? ${SOMEBODY}`, ['visit', 'meeting']],
    [
      `met(?: up)?(?: with| for (?:a )?(?:coffee|lunch|beer|drink|breakfast|dinner)|(?= (?:at|in person|on site|onsite|today|yesterday)(?![\\w'-])))`,
      ['visit', 'meeting'],
    ],
    [
      "met (?!halfway|all|our|their|resistance|opposition|targets?|quotas?|expectations|requirements|specs?|deadlines?|budgets?|demands?|standards?|problems?|trouble|the|his|her|its|my|with)[a-z'-]+(?=,|$| (?:at|in|for|over|today|yesterday|from)(?![\\w'-]))|met$",
      ['visit', 'meeting'],
    ],
    [`(?:bumped|ran) into (?:${SOMEBODY}|[a-z]+(?=,|$| at))`, ['event', 'visit']],
    [
      `(?:on|at) (?:the |their |his |her )?(?:site|office|plant|yard|factory|warehouse|shop)(?=,|$| with)`,
      ['visit'],
    ],
    ['in person', ['visit', 'meeting']],
    ['in (?:their|his|her) office(?=,|$| with)', ['visit']],
    ['at the fair(?=,|$| with)', ['event']],
    [`saw ${WHO}`, ['visit', 'meeting']],
    ['(?:visited|toured)(?! by)', ['visit']],
    [
      `(?:went|drove|rode|flew|walked|travell?ed) (?:out |over |up |down |round |around )?(?:by|past|to see|to meet|to (?:their|his|her) (?:office|site|plant|shop|yard|factory|place|depot|warehouse))(?![\\w'-])`,
      ['visit'],
    ],
    [
      '(?:stopped|dropped|swung|popped|called|went|looked) (?:by|in on|in at|round|over to|in to see)(?![\\w-])',
      ['visit'],
    ],
    [
      `(?:was|been) (?:at|on) (?:their|his|her) (?:site|office|plant|shop|yard|factory|place|depot|warehouse)(?![\\w-])`,
      ['visit'],
    ],
    [
      `(?:${WHO} )+(?:came|stopped|dropped|popped|swung|called) (?:by|over|round|past|in to see|to see (?:me|us)|to (?:the|my|our) office|in(?=,|$| (?:today|yesterday|to|on|for a)))(?![\\w'-])`,
      ['visit'],
      true,
    ],
    [
      `(?:${SUCH}|took ${WHO} (?:out )?(?:to|for) )*(?:lunch|breakfast|coffees?|tea|beers?|drinks?|pint)${STOP}(?! (?:is|for (?:the|their)))`,
      ['meeting', 'event'],
    ],
    [
      `(?:${SUCH}|took ${WHO} (?:out )?(?:to|for) |played )*(?:dinner|golf)${STOP}`,
      ['event', 'meeting'],
    ],
    [
      `(?:${SUCH})*(?:zoom|teams|video|skype|webex|google meet)(?: (?:call|meeting|chat))?(?=,|$| (?:with|w/|~|about|today|yesterday|\\d))`,
      ['meeting'],
    ],
    [
      `(?:${SUCH})*(?:demo|presentation|workshop|walk-?through)(?: (?:with|for|at) ${SOMEBODY}|,|$)`,
      ['meeting', 'visit'],
    ],
    [`(?:${SUCH})*(?:site visit|visit to (?:their|the))`, ['visit']],
    ...(['visit', 'meeting', 'text', 'chat', 'letter', 'email', 'event'] as const).map(
      (channel) => [`${SUCH}+${channel}${NO_PLAN}${STOP}`, [channel]] as const,
    ),
    [
      `(?:(?:spoke|talked|chatted|phoned|called|rang|telephoned|caught up)(?: (?:with|to|w/))?|(?:${SUCH})*(?:call|chat|phone call|phone|catch-?up) (?:with|to|w/)|(?:with|w/))(?: ${SOMEBODY})`,
      [],
    ],
    [
      '(?:spoke|talked|chatted|phoned|called|rang|telephoned|discussed|reviewed|negotiated|presented|went (?:through|over))',
      [],
    ],
    [
      '(?:(?:the|my|our|a|new|price|quote|offer|list|order|contract|invoice|info|proposal|reminder|samples?|drawings?|catalogue|brochure|mail|email) )+sent',
      [],
    ],
    [`(?:${SUCH})*(?:phone )?call`, []],
  ];
  const contact = (pattern: string) => new RegExp(`^(?:${pattern})(?![\\w'-])`);
  return [
    ...rows.map(([pattern, channels, isTheirs]) => ({
      pattern: contact(pattern),
      channels,
      ...(isTheirs === undefined ? {} : { isTheirs }),
    })),
    {
      pattern: contact(`(?:sent|e-?mailed|mailed|wrote)(?: ${WHO})?`),
      channels: ['email'],
      isWritten: true,
    },
    { pattern: contact(WHO), channels: [], isName: true },
  ];
});

import { lazily } from '../journal/lazily.ts';
import type { Outcome } from '../journal/vocabulary.ts';

/**
 * `outcome`: a word of the line. `noun`: one that ordinary sentences have as well. `phrase`: several words that say it.
 * `absence`: they do behind somebody or an attempt, "was out". `theirs`: they do where it is not said of us, "never called
 * back"; `ours`: nor of them, "not heard back". `left`: behind somebody they say that it was the other way round.
 */
export type Kind = 'outcome' | 'noun' | 'phrase' | 'absence' | 'theirs' | 'ours' | 'left';

/** Somebody whose name is known stands as this in the text that is looked at. */
export const KNOWN = '~';

/** What may be written, as an expression that words are matched with from their beginning on. */
export type Row = readonly [pattern: string, outcome: Outcome, kind?: Kind];

/** How people write that nobody was reached. Made when it is asked for, as most lines begin with no word of it. */
export const phrases = lazily(() => {
  const WHO = `(?:${KNOWN}(?: ${KNOWN})*|he|she|they|him|her|them|any(?:one|body))(?![\\w'-])`;
  const NOT =
    "(?:(?:did|do|does|was|were|is|are|has|have|had|would|could|ca|wo)(?:n'?t| not)|can ?not|never|not)";
  const UNABLE =
    "(?:(?:could|ca|did)(?:n'?t| not)|can ?not|(?:was |were )?(?:unable|not able) to|failed to)";
  const NOBODY = '(?:nobody|no one|no-one|noone)';
  const TELEPHONE = '(?:phone|telephone|mobile|cell|line|landline|desk|number)';
  const MESSAGE = '(?:(?:my|our|the) )?(?:e-?mail|mail|text|message|call|letter|voice ?mail)s?';
  const VOICEMAIL = '(?:voice ?mail|vm|answering machine|answer ?phone|mailbox)';
  const OWNER = `(?:(?:his|her|their|the|a|an|${KNOWN}'s) )?`;

  /** What goes on here is no sentence about something else: "no luck again", but not "no luck with the permit". */
  const STOP = `(?=,|$| (?:and|but|so|then|again|twice|today|yesterday|now|yet$|either|this|at \\d+|so far|since|until|till|left|sent|i|i'll|we|will|try|trying|call|calling|(?:on )?[a-z]+day|on (?:the|his|her|their) ${TELEPHONE}|(?:with|from|of) ${WHO})(?![\\w'-]))`;
  /** The same where whoever had been reached would have more to say. */
  const END =
    "(?=(?: (?:again|today|yesterday|now|(?:until|till) [^ ,]+(?: [^ ,]+)?))*,?(?:$| (?:(?:i )?will (?:try|call|ring)|i'll|try|call)(?![\\w'-])))";
  /** The word before it is about something else: "no answer needed", "no reply from their legal". */
  const OF_NOBODY = `(?! (?:needed|required|necessary|expected|wanted|plan|for|to (?!${MESSAGE})|from (?:his|her|their|our) (?!${TELEPHONE}|office)))`;
  const NO_QUESTION = `(?! (?:him|her|them|us|to|about|how|why|what|when|if|whether|for|any|with|(?:my|our|the|his|her|their|that|a|your|this|every|all) (?!(?:${TELEPHONE}|door|bell|calls?|texts?|messages?|e-?mails?|mails?)(?![\\w'-]))))`;
  /** What else is not reached. */
  const NO_AIM =
    '(?!(?:an?|agreement|deal|decision|conclusion|consensus|compromise|target|goal|number|level|price|figure|minimum|volume|quota|limit|budget|terms)(?![\\w-]))';

  const REACHED = `(?:reach|contact)(?: ${WHO}(?! in time)|(?= (?:(?:the|mr|mrs|ms|his|her|their) )?${NO_AIM}[^\\s\\d,]+${END}))|(?:catch|find|get|raise) ${WHO}${STOP}|get (?:(?:a )?hold of|ahold of|through(?! (?:the|this|that|it|all|our|my|his|her|their|customs))(?: to)?)(?: ${WHO})?`;
  const PICKED_UP = ` (?:(?:it|(?:the|his|her|their) ${TELEPHONE}) )?up(?: (?:the|his|her|their) ${TELEPHONE})?(?! (?:the|an?|his|her|their|our|my|on|\\d))`;
  const ANSWERED = `answer(?:ed|ing|s)?${NO_QUESTION}`;

  const no: readonly Row[] = [
    [`(?:no|without(?: an| any)?) (?:answer|response)${OF_NOBODY}`, 'no-answer'],
    [
      `no (?:luck|joy|success|connection)(?:(?= (?:reaching|getting (?:through|hold)|calling|ringing|phoning|catching) )|${STOP})|no pick[- ]?up${END}`,
      'no-answer',
    ],
    [`no repl(?:y|ies)${OF_NOBODY}|no word (?:back|yet|from ${WHO})`, 'no-reply'],
    [`no show${STOP}|${NOBODY} (?:show|turn)ed up`, 'no-show'],
    [
      `${NOBODY} (?:(?:was |is |were )?(?:there|in|home|at home)|came)${STOP}|${NOBODY} (?:around|available)${END}`,
      'no-answer',
    ],
    [`${NOBODY} (?:${ANSWERED}|pick(?:ed|ing|s)?(?:${PICKED_UP}|${STOP}))`, 'no-answer'],
  ];
  const not: readonly Row[] = [
    [`${UNABLE} (?:${REACHED})`, 'no-answer'],
    [
      `${NOT} (?:${ANSWERED}|pick(?:ing)?(?:${PICKED_UP}|${STOP}))|never picked${PICKED_UP}`,
      'no-answer',
      'theirs',
    ],
    [
      `${NOT} (?:repl(?:y|ied|ying)|respond(?:ed|ing)?)(?: to ${MESSAGE}|${STOP})`,
      'no-reply',
      'theirs',
    ],
    [
      `${NOT} (?:call|ring|phone|write|text)(?:ed|ing)? (?:me |us )?back(?! (?:the|an?|his|her|their|our|my))`,
      'no-reply',
      'theirs',
    ],
    [`${NOT} return(?:ed|ing)? ${MESSAGE}`, 'no-reply', 'theirs'],
    [
      `${NOT} hear(?:d)? (?:(?:back|anything) )?from ${WHO}|${NOT} hear(?:d)? (?:back|anything)${END}`,
      'no-reply',
      'ours',
    ],
    [
      `${NOT} (?:(?:show(?:ed|ing)?|turn(?:ed)?) up(?! on)|(?:show(?:ed|ing)?|c[ao]me|appear(?:ed)?)${STOP})`,
      'no-show',
      'theirs',
    ],
    [
      `${NOT} (?:in|there|around|home|at home|available|reach(?:ed|able)|at (?:his|her|their) desk)${STOP}`,
      'no-answer',
      'absence',
    ],
  ];
  const away: readonly Row[] = [
    [
      `(?:(?:is|was|were) )?(?:out|away|busy|engaged|unavailable|unreachable|in (?:a |another )?meetings?|on (?:holiday|vacation|leave|another (?:call|line)|the other line))${END}|(?:is|was|were) (?:at lunch|closed|shut)${END}`,
      'no-answer',
      'absence',
    ],
    [`busy (?:signal|tone)${STOP}`, 'no-answer'],
  ];
  const line: readonly Row[] = [
    [
      `(?:the )?(?:line|phone|number) (?:(?:is|was) )?(?:busy|engaged|dead|disconnected|out of service|(?:not|no longer) in service)${END}`,
      'no-answer',
    ],
    [`(?:(?:wrong|dead) number|phone tag|rang out|(?:kept|just) ringing)${STOP}`, 'no-answer'],
    [`missed (?:${WHO}|each other)${END}|(?:keep|kept) missing (?:${WHO}|each other)`, 'no-answer'],
  ];
  const left: readonly Row[] = [
    [
      `left (?:(?:${WHO}|an?|another|the|two|2|my|short|long|quick|second|third) )*(?:${VOICEMAIL}s?|(?:voice )?messages?|msgs?|vms|word(?= (?:with|for)))(?! board)`,
      'voicemail',
      'left',
    ],
  ];
  const voicemail: readonly Row[] = [
    [`${OWNER}(?:mailbox|voice ?mail|vm) (?:(?:is|was|still|again) )*full(?! of)`, 'mailbox-full'],
    [
      `(?:(?:got|reached|hit|went|goes|only|just|straight|directly|right|to) )+${OWNER}${VOICEMAIL}${STOP}`,
      'voicemail',
    ],
    [`(?:l?vm|lm|answering machine|answer ?phone)${STOP}`, 'voicemail'],
  ];
  const nothing: readonly Row[] = [
    [
      `(?:heard )?nothing (?:back|heard)(?! from (?:the|his|her|their))|(?:heard |still )?nothing(?: yet| so far)?$`,
      'no-reply',
      'ours',
    ],
  ];
  const cancelled: readonly Row[] = [
    ['stood (?:me|us) up(?! on)', 'no-show'],
    [
      `cancell?ed (?:(?:(?:the|our|this|my) )?(?:meeting|visit|call|appointment|lunch|demo)|on (?:me|us)|last[- ]minute|again)${STOP}`,
      'cancelled',
      'absence',
    ],
  ];
  const tried: readonly Row[] = [
    [
      `(?:tried|trying) (?:again )?(?:to )?(?:${REACHED}|(?:reaching|contacting|catching|getting (?:hold of|through to)|(?:call|ring|phon)(?:e|ing)?)(?! (?:off|in|it|for|on|up|an?)(?![\\w-]))(?: ${WHO})?)`,
      'no-answer',
    ],
  ];
  return { no, not, away, line, left, voicemail, nothing, cancelled, tried };
});

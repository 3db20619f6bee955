import type { Customer, Person } from '../journal/entry.ts';
import { foldName } from '../journal/fold-name.ts';

/** Whose a mail address or a name is. */
export interface Correspondent {
  readonly customer: string;
  /** Where it is one of their people by name. */
  readonly person?: string;
}

/** Somebody by their name in a text. */
interface Spoken extends Correspondent {
  /** The words, folded. */
  readonly said: string;
}

/** How customers are told from the addresses and names in mails and meetings. */
export interface Correspondents {
  /** By the address of one of their people, else by its domain, where that is one customer's alone. */
  byAddress(address: string): Correspondent | undefined;
  /** By their own name or an alias; punctuation makes no difference. */
  customerCalled(name: string): string | undefined;
  /** By the whole name of one of their people, of one customer alone; or by the customer's own. */
  byName(name: string): Correspondent | undefined;
  /** Whoever is called by their whole name in a line of text: customers, and people with two names or more. */
  namedIn(text: string): readonly Spoken[];
}

/** Providers whose domains are everybody's, and tell no customer. */
const EVERYBODYS = new Set(
  `gmail.com googlemail.com icloud.com me.com mac.com aol.com aim.com msn.com ymail.com rocketmail.com mail.com
  email.com usa.com proton.me protonmail.com pm.me fastmail.com hey.com zoho.com tutanota.com web.de t-online.de
  freenet.de mail.ru yandex.ru yandex.com qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net comcast.net
  verizon.net att.net sbcglobal.net cox.net charter.net earthlink.net bellsouth.net btinternet.com virginmedia.com
  sky.com talktalk.net ntlworld.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it
  alice.it bluewin.ch seznam.cz wp.pl o2.pl onet.pl interia.pl rediffmail.com bigpond.com bigpond.net.au
  optusnet.com.au telus.net rogers.com shaw.ca sympatico.ca videotron.ca`.split(/\s+/),
);
const EVERYBODYS_ANYWHERE = /^(yahoo|hotmail|outlook|live|gmx)(\.[a-z]{2,3}){1,2}$/;

const isEverybodys = (domain: string): boolean =>
  EVERYBODYS.has(domain) || EVERYBODYS_ANYWHERE.test(domain);

export function correspondentsOf(
  customers: readonly Customer[],
  people: readonly Person[],
): Correspondents {
  const addresses = new Map<string, Correspondent | undefined>();
  const domains = new Map<string, Correspondent | undefined>();
  const names = new Map<string, Correspondent | undefined>();
  const spoken = new Map<string, Correspondent | undefined>();
  const own = new Map<string, string>();
  for (const { customer, name, email } of people) {
    const who = { customer, person: name };
    note(names, wordsOf(name), who);
    if (wordsOf(name).includes(' ')) note(spoken, wordsOf(name), who);
    for (const address of addressesIn(email ?? '')) {
      note(addresses, address, who);
      const domain = domainOf(address);
      if (!isEverybodys(domain)) note(domains, domain, { customer });
    }
  }
  for (const { name, aliases = [] } of customers) {
    for (const each of [name, ...aliases]) {
      const words = wordsOf(each);
      // Of a name without a letter nothing is left to be known by.
      if (words === '') continue;
      own.set(words, name);
      names.set(words, { customer: name });
      if (words.length >= SHORTEST_SPOKEN) spoken.set(words, { customer: name });
    }
  }
  return {
    byAddress(given) {
      const address = given.toLowerCase();
      return addresses.get(address) ?? byDomain(domains, domainOf(address));
    },
    customerCalled: (name) => own.get(wordsOf(name)),
    byName: (name) => names.get(wordsOf(name)),
    namedIn: (text) => runsIn(text, spoken),
  };
}

/** Shorter names are words of the language too often. */
const SHORTEST_SPOKEN = 4;
const LONGEST_NAME = 8;
const LONGEST_LINE = 60;

/** Two people of one customer are that customer; two customers are nobody that can be told. */
function note(
  known: Map<string, Correspondent | undefined>,
  key: string,
  who: Correspondent,
): void {
  if (key === '') return;
  const before = known.get(key);
  if (!known.has(key)) known.set(key, who);
  else if (before?.customer !== who.customer) known.set(key, undefined);
  else if (before.person !== who.person) known.set(key, { customer: who.customer });
}

/** With the part before the first dot taken away, until somebody is known by it: `mail.brazos.com` is Brazos too. */
function byDomain(
  domains: ReadonlyMap<string, Correspondent | undefined>,
  domain: string,
): Correspondent | undefined {
  for (let rest = domain; rest.includes('.'); rest = rest.slice(rest.indexOf('.') + 1)) {
    if (domains.has(rest)) return domains.get(rest);
  }
  return undefined;
}

/** All words, folded, with what is no letter and no digit between them left away. */
const wordsOf = (name: string): string =>
  foldName(name)
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim();

function runsIn(
  text: string,
  spoken: ReadonlyMap<string, Correspondent | undefined>,
): readonly Spoken[] {
  const words = wordsOf(text).split(' ').slice(0, LONGEST_LINE);
  const found = new Map<string, Spoken>();
  for (let from = 0; from < words.length; from += 1) {
    const run = longestRun(words.slice(from, from + LONGEST_NAME), spoken);
    if (run === undefined) continue;
    if (found.get(run.who.customer)?.person === undefined)
      found.set(run.who.customer, { ...run.who, said: run.said });
    from += run.count - 1;
  }
  return [...found.values()];
}

/** The longest name with which the words begin. */
function longestRun(
  words: readonly string[],
  spoken: ReadonlyMap<string, Correspondent | undefined>,
) {
  for (let count = words.length; count > 0; count -= 1) {
    const said = words.slice(0, count).join(' ');
    const who = spoken.get(said);
    if (who !== undefined) return { who, said, count };
  }
  return undefined;
}

/** The addresses in the text of a card, which may hold several. */
const addressesIn = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[\s,;<>]+/)
    .filter((each) => /^[^@]+@[^@]+$/.test(each));

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

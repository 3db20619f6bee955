import { foldAccents } from '../grammar/likeness.ts';
import type { EntryType } from '../journal/entry.ts';
import { CHANNELS, FAULTS, OUTCOMES, SIDES, SUBJECTS, TIERS } from '../journal/vocabulary.ts';
import type { Channel, Outcome, Subject } from '../journal/vocabulary.ts';

/** What a word for an activity says. */
export interface Activity {
  readonly channel?: Channel;
  readonly direction?: 'in' | 'out';
  readonly outcome?: Outcome;
  readonly about?: Subject;
  /** No contact took place. */
  readonly type?: Extract<EntryType, 'work' | 'sent'>;
  /** Where it takes no time of its own. */
  readonly minutes?: number;
}

/** Letters and digits, words kept apart: `E-Mail (INCOMING)` is `e mail incoming`. */
export const plainWord = (word: string): string =>
  foldAccents(word)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function table<T>(rows: readonly (readonly [T, string])[]): ReadonlyMap<string, T> {
  return new Map(
    rows.flatMap(([meaning, words]) =>
      words.split(',').map((word) => [plainWord(word), meaning] as const),
    ),
  );
}

const self = <T extends string>(words: readonly T[]): readonly (readonly [T, string])[] =>
  words.map((word) => [word, word]);

/** What became of an attempt; `reached` is none, `ahead` has not happened. */
export const TABLE_OUTCOMES: ReadonlyMap<string, Outcome | 'reached' | 'ahead'> = table<
  Outcome | 'reached' | 'ahead'
>([
  ...self(OUTCOMES),
  [
    'no-answer',
    'not reached,busy,wrong number,unanswered,missed,not answered,did not answer,not available,nicht erreicht,nicht erreichbar,besetzt,keine antwort,pas de reponse',
  ],
  [
    'voicemail',
    'left voicemail,left a voicemail,voice mail,left message,answering machine,anrufbeantworter,mailbox,ab,nachricht hinterlassen',
  ],
  ['no-show', 'did not come,nicht erschienen'],
  ['cancelled', 'canceled,rescheduled,abgesagt,verschoben,storniert,annule'],
  [
    'reached',
    'connected,reached,answered,completed,held,done,left live message,successful,interested,erreicht,durchgefuhrt,stattgefunden,erledigt,erfolgreich',
  ],
  ['ahead', 'scheduled,planned,geplant'],
]);

/** The kinds of activity, as other programs and people call them. */
export const ACTIVITIES: ReadonlyMap<string, Activity> = new Map([
  ...[...TABLE_OUTCOMES].flatMap(attempt),
  ...table<Activity>([
    ...CHANNELS.map((channel) => [{ channel }, channel] as const),
    [
      { channel: 'call' },
      'phone,phone call,logged call,telephone,anruf,telefonat,telefon,telefongesprach,appel,llamada',
    ],
    [{ channel: 'call', direction: 'in' }, 'incoming call,inbound call,call in,eingehender anruf'],
    [
      { channel: 'call', direction: 'out' },
      'outgoing call,outbound call,call out,ausgehender anruf',
    ],
    [{ channel: 'email' }, 'e-mail,mail,logged email,list email,courriel,correo'],
    [
      { channel: 'email', direction: 'in' },
      'incoming email,email reply,inbound email,email in,reply,incoming e-mail,eingehende e-mail,eingehende mail',
    ],
    [
      { channel: 'email', direction: 'out' },
      'outgoing email,outbound email,email out,email sent,forwarded email,sales email,one-to-one email,ausgehende e-mail,ausgehende mail',
    ],
    [{ channel: 'text' }, 'sms,text message'],
    [
      { channel: 'chat' },
      'whatsapp,linkedin message,linkedin,live chat,messenger,teams,slack,conversation',
    ],
    [
      { channel: 'visit' },
      'site visit,customer visit,on-site,besuch,kundenbesuch,vor ort,visite,visita',
    ],
    [
      { channel: 'meeting' },
      'meet,appointment,demo,lunch,video call,videocall,video conference,zoom,webmeeting,online meeting,besprechung,termin,videokonferenz,mittagessen,treffen,reunion,rendez-vous',
    ],
    [{ channel: 'letter' }, 'post,postal mail,brief,fax,lettre,carta'],
    [{ channel: 'event' }, 'trade fair,fair,conference,webinar,messe,veranstaltung,seminar'],
    [{ channel: 'other' }, 'sonstiges,andere,autre,otro'],
    [
      { channel: 'other', direction: 'in', about: 'problem' },
      'complaint,claim,problem,support ticket,case,reklamation,beschwerde,mangel,mangelruge,stoerung,storung,reclamation,queja',
    ],
    [
      { type: 'work', about: 'delivery' },
      'delivery,shipment,lieferung,auslieferung,versand,livraison,entrega',
    ],
    [{ type: 'work' }, 'work,task,to-do,todo,deadline,aufgabe,arbeit,tache,tarea'],
    [{ type: 'work', minutes: 0 }, 'note,logged note,notiz,vermerk'],
  ]),
]);

/** A list of calls may have what became of them in the place of their kind. */
function attempt([word, outcome]: readonly [string, string]): readonly (readonly [
  string,
  Activity,
])[] {
  const known = OUTCOMES.find((each) => each === outcome);
  return known === undefined ? [] : [[word, { channel: 'call', outcome: known }]];
}

export const DIRECTIONS: ReadonlyMap<string, 'in' | 'out'> = table([
  [
    'in',
    'in,inbound,incoming,incoming email,received,eingehend,eingang,ein,entrant,h,haben,credit,cr,c',
  ],
  [
    'out',
    'out,outbound,outgoing,outgoing email,email,forwarded email,sent,internal,ausgehend,ausgang,aus,sortant,s,soll,debit,dr,d',
  ],
]);

/** Whether something was done; what was neither is not for the journal yet. */
export const STATUSES: ReadonlyMap<string, 'done' | 'open' | 'broken' | 'waived'> = table<
  'done' | 'open' | 'broken' | 'waived'
>([
  [
    'done',
    'done,completed,complete,kept,closed,held,paid,settled,finished,yes,true,1,x,erledigt,abgeschlossen,bezahlt,beglichen,ausgeglichen,ja,wahr,gehalten',
  ],
  [
    'open',
    'open,late,not started,in progress,planned,scheduled,pending,todo,to do,waiting,deferred,waiting on someone else,unpaid,overdue,due,sent,draft,no,false,0,offen,geplant,in bearbeitung,unbezahlt,uberfallig,nein,falsch,not held',
  ],
  ['broken', 'broken,gebrochen'],
  [
    'waived',
    'waived,void,voided,canceled,cancelled,credited,written off,erlassen,storniert,gutgeschrieben',
  ],
]);

export const TABLE_FAULTS = table([
  ...self(FAULTS),
  ['us', 'we,our,ours,own,internal,supplier,vendor,wir,uns,intern,eigen,eigenes,lieferant'],
  ['them', 'they,their,theirs,customer,client,kunde,kunden,kundin'],
  ['both', 'shared,beide,geteilt'],
  [
    'outside',
    'external,carrier,third party,force majeure,extern,spediteur,spedition,dritte,hohere gewalt',
  ],
  ['unknown', 'unclear,unbekannt,unklar,offen'],
] as const);

export const TABLE_HARMS: ReadonlyMap<string, number> = table([
  [1, '1,low,minor,small,gering,klein,niedrig,leicht'],
  [2, '2,medium,moderate,normal,mittel,mittlere'],
  [3, '3,high,major,severe,critical,urgent,hoch,gross,schwer,kritisch'],
] as const);

export const TABLE_SUBJECTS = table([
  ...self(SUBJECTS),
  [
    'delivery',
    'shipping,late delivery,shipment,lieferung,lieferverzug,versand,transport,verspatete lieferung',
  ],
  ['price', 'pricing,discount,preis,preise,rabatt'],
  [
    'problem',
    'complaint,quality,defect,damage,support,issue,product,service,reklamation,beschwerde,qualitat,mangel,schaden,produkt',
  ],
  ['order', 'purchase,bestellung,auftrag'],
  ['admin', 'invoice,invoicing,billing,payment,paperwork,rechnung,buchhaltung,verwaltung,zahlung'],
  ['need', 'requirement,requirements,bedarf,anforderung'],
  ['personal', 'private,personlich,privat'],
  ['review', 'business review,jahresgesprach'],
] as const);

export const TABLE_SIDES = table([
  ...self(SIDES),
  ['us', 'we,me,i,ours,wir,ich,uns'],
  ['them', 'they,customer,client,theirs,kunde,kundin,sie'],
] as const);

export const TABLE_TIERS = table([
  ...self(TIERS),
  ['A', 'tier a,gold,high,hoch'],
  ['B', 'tier b,silver,medium,mittel'],
  ['C', 'tier c,bronze,low,niedrig'],
] as const);

export const FLAGS: ReadonlyMap<string, boolean> = table<boolean>([
  [true, 'true,yes,y,1,x,ja,j,wahr,oui,si'],
  [false, 'false,no,n,0,nein,falsch,non'],
]);

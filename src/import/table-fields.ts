import { foldAccents } from '../grammar/likeness.ts';
import { MONEY_FIELDS } from './money-fields.ts';
import { customer, field, severalFields, type TableField } from './table-field.ts';

/** What a table of somebody else’s may hold. */
export const TABLES = [
  'customers',
  'people',
  'entries',
  'promises',
  'payments',
  'invoices',
] as const;
export type TableKind = (typeof TABLES)[number];

/** Letters and digits alone: `E-Mail 1 - Value` is `email1value`. */
export const plainHeader = (header: string): string =>
  foldAccents(header).replace(/[^\p{L}\p{N}]+/gu, '');

const person = field(
  'name',
  'person contact contactname contactperson associatedcontact associatedcontacts withwhom ansprechpartner ansprechpartnerin kontakt kontaktperson gesprachspartner personne persona contacto',
);
const id = field(
  'name',
  'key recordid activityid taskid eventid engagementid objectid hubspotid salesforceid externalid datensatzid vorgangsnummer ticket ticketid ticketnumber caseid casenumber',
);
const note = field(
  'text',
  'note notes body comment comments fullcomments description details text message remark remarks summary callnotes meetingnotes notebody emailbody internalmeetingnotes notiz notizen bemerkung bemerkungen beschreibung kommentar kommentare inhalt anmerkung beanstandung nota notas remarque commentaire',
);

/** The fields of each kind of table, in the order in which they are told. */
const TABLE_FIELDS = {
  customers: {
    id,
    name: field('name', customer.called.join(' ')),
    tier: field(
      'word',
      'class abc abcclass abcklasse klasse kundenklasse stufe priority prioritat',
    ),
    solo: field('flag'),
    clash: field('flag'),
    aliases: field('names', 'alias alsoknownas aka othernames weiterenamen'),
    value: field(
      'money',
      'valueperyear yearlyvalue annualvalue revenue sales turnover umsatz jahresumsatz umsatzprojahr chiffredaffaires',
    ),
    terms: field(
      'number',
      'paymentterms termsdays daystopay zahlungsziel zahlungszieltage zahlungsfrist',
    ),
    inheritedFrom: field('text', 'takenoverfrom predecessor vorganger ubernommenvon'),
    needs: field('text', 'need bedarf'),
    standard: field('text'),
  },
  people: {
    id,
    customer,
    name: field('name', `fullname displayname personname ${person.called.join(' ')}`),
    firstName: field('name', 'firstname givenname vorname prenom nombre'),
    lastName: field(
      'name',
      'lastname familyname surname nachname familienname zuname nom apellido apellidos',
    ),
    role: field(
      'text',
      'jobtitle organizationtitle organization1title position function funktion rolle berufsbezeichnung jobtitel stellung poste cargo title abteilung',
    ),
    decides: field('flag', 'decisionmaker entscheider entscheidet'),
    wellWisher: field('flag', 'champion furspracher'),
    email: severalFields(
      'emailaddress mail email1 email1value email1address emailwork workemail primaryemail primareemailadresse personemailwork personemail mailadresse emailadresse email1adresse correo courriel secondaryemail sekundareemailadresse additionalemail additionalemailaddresses otheremail personemailother personemailhome homeemail emailhome personalemail',
    ),
    phone: severalFields(
      'phonenumber telephone tel mobile mobilephone mobilenumber mobilnummer cell cellphone businessphone telefongeschaftlich telefonmobil workphone phonework phonemobile personphonemobile personphonework personphone primaryphone phone1value telefon telefonnummer handy mobil mobiltelefon rufnummer telefono personphoneother personphonehome homephone phonehome telefonprivat',
    ),
    win: field('text'),
  },
  entries: {
    id,
    customer,
    type: field(
      'word',
      'activitytype tasktype eventtype activity kind tasksubtype recordtype art typ aktivitat aktivitatstyp vorgang vorgangsart',
    ),
    on: field(
      'date',
      'date day activitydate duedate startdate starttime start activitydatetime datetime timestamp occurredon happenedon when createdate createddate markedasdonetime meetingstarttime callstarttime datum tag wann zeitpunkt beginn startdatum fallig falligkeitsdatum erstelltam eingangsdatum meldedatum lieferdatum deliverydate complaintdate reporteddate fecha',
    ),
    time: field('time', 'timeofday duetime hour zeit uhrzeit startzeit heure hora'),
    offset: field('text'),
    person,
    channel: field('word', 'medium via how kanal kontaktart'),
    direction: field('word', 'calldirection emaildirection calltype inout richtung'),
    outcome: field(
      'word',
      'calloutcome callresult meetingoutcome result disposition calldisposition ergebnis gesprachsergebnis resultat',
    ),
    status: field('word', 'state done taskstatus activitystatus completed erledigt zustand'),
    about: field(
      'words',
      'subjectarea topic category kategorie thema betrifft complainttype reason grund reklamationsgrund',
    ),
    minutes: field(
      'minutes',
      'duration durationminutes durationmin durationinminutes callduration dauer dauermin dauerinminuten duree duracion',
    ),
    seconds: field(
      'seconds',
      'durationseconds calldurationseconds durationinseconds calldurationinseconds durationsec dauersekunden dauerinsekunden',
    ),
    milliseconds: field('milliseconds', 'durationmilliseconds calldurationmilliseconds durationms'),
    feel: field('number', 'feeling stimmung gefuhl'),
    fault: field(
      'word',
      'responsible causedby verschulden schuld verursacher verursachtdurch verantwortlich',
    ),
    harm: field('word', 'severity impact schwere schweregrad schaden auswirkung gravite gravedad'),
    blames: field('word'),
    weBlame: field('word'),
    gave: field('words'),
    got: field('words'),
    conceded: field('flag', 'discount rabatt nachlass'),
    rude: field('flag'),
    dealbreaker: field('flag'),
    learned: field('words'),
    asked: field('flag'),
    by: field('word'),
    what: field('text'),
    due: field('date'),
    kind: field('word'),
    amount: field('money'),
    invoice: field('text'),
    ref: field('name'),
    agreed: field('flag'),
    onPriceAlone: field('flag'),
    renewsOn: field('date'),
    cause: field('word'),
    deadline: field('date'),
    words: field('text'),
    conditions: field('names'),
    from: field('date'),
    to: field('date'),
    step: field('name'),
    answer: field('text'),
    verdict: field('word'),
    computed: field('word'),
    reason: field('text'),
    until: field('date'),
    rule: field('name'),
    text: field('name'),
    title: field(
      'text',
      'subject calltitle meetingname meetingtitle emailsubject tasktitle activityname betreff titel uberschrift objet asunto',
    ),
    note,
    tags: field('names', 'labels label schlagworte stichworte'),
    signals: field('words'),
    private: field('flag'),
    next: field('date', 'followup followupdate nextstepdate wiedervorlage'),
    recordedAt: field('text'),
    source: field('json'),
  },
  promises: {
    id,
    customer,
    by: field('word', 'promisedby who owner wer von verantwortlich'),
    what: field(
      'text',
      'promise commitment task subject description zusage versprechen aufgabe betreff beschreibung',
    ),
    given: field(
      'date',
      'givenon promisedon on date madeon createdate created zugesagtam datum erstelltam',
    ),
    firstDue: field('date'),
    due: field(
      'date',
      'duedate dueon deadline until by when fallig falligam falligkeit faelligkeit frist termin bis zieldatum',
    ),
    status: field('word', 'state erledigt done zustand'),
    resolvedOn: field(
      'date',
      'doneon completedon completeddate completiondate closedon datecompleted erledigtam abgeschlossenam',
    ),
    kind: field('word'),
    amount: field('money', 'betrag sum'),
    invoice: field('text', 'invoicenumber rechnungsnummer'),
  },
  ...MONEY_FIELDS,
} as const satisfies Record<TableKind, Readonly<Record<string, TableField>>>;

/** What a table must have, or nothing can be made of it. */
export const NEEDED: Readonly<Record<TableKind, readonly string[]>> = {
  customers: ['name'],
  people: ['customer'],
  entries: ['customer', 'on'],
  promises: ['customer', 'due'],
  payments: ['on', 'amount'],
  invoices: ['customer', 'on', 'amount'],
};

export const fieldsOfTable = (kind: TableKind): Readonly<Record<string, TableField>> =>
  TABLE_FIELDS[kind];

import type { Mail } from './mail.ts';

/** Why nobody wrote this to anybody; undefined for a mail between people. */
export function notBetweenPeople({ headers, subject, from }: Mail): string | undefined {
  const header = (name: string): string => (headers.get(name) ?? '').trim();
  if (isDeleted(header)) return 'deleted, spam or a draft';
  if (isBounce(header, from?.address ?? '')) return 'came back undelivered, or a receipt';
  if (isAutomatic(header) || AUTOMATIC_SUBJECT.test(subject.trim().normalize()))
    return 'an automatic answer';
  if (MEETING_REPLY.test(subject.trim().normalize()) || isCalendarReply(header))
    return 'an answer to an invitation, given by a click';
  if (READ_RECEIPT.test(subject.trim().normalize())) return 'came back undelivered, or a receipt';
  if (isList(header)) return 'of a mailing list';
  return NOBODYS.test((from?.address ?? '').slice(0, ADDRESS_LENGTH))
    ? 'from an address that takes no answer'
    : undefined;
}

/** More is none, and a search of it would take its time. */
const ADDRESS_LENGTH = 320;
/** What shops and programs write from: `no-reply@`, `donotreply@`, `orders-noreply@`. */
const NOBODYS =
  /(?:^|[-_.+])(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|(?:bitte[-_.]?)?nicht[-_.]?antworten|keine[-_.]?antwort|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder|non[-_.]?rispondere)(?:[-_.+][^@]*)?\d*@/i;

type Header = (name: string) => string;

const THUNDERBIRD_DELETED = 0x8;

const isDeleted = (header: Header): boolean =>
  (parseInt(header('x-mozilla-status'), 16) & THUNDERBIRD_DELETED) > 0 ||
  header('x-gmail-labels').split(',').some(isUnsentLabel) ||
  /\bdraft\b/i.test(header('x-mozilla-keys')) ||
  /[DT]/.test(header('x-status')) ||
  header('x-uniform-type-identifier') === 'com.apple.mail-draft' ||
  header('x-unsent') === '1';

/** Google's own folders, as it calls them in each language; a label of the user's is another one. */
const UNSENT_LABELS = new Set(
  `spam|junk|trash|bin|draft|drafts|papierkorb|entwurf|entwürfe|corbeille|brouillons|papelera|borradores|cestino|bozze
  |prullenbak|concepten|lixeira|lixo|rascunhos|kosz|wersje robocze|papperskorg|papperskorgen|utkast|papirkurv|kladder`
    .split('|')
    .map((label) => label.trim()),
);

const isUnsentLabel = (label: string): boolean => UNSENT_LABELS.has(label.trim().toLowerCase());

const isBounce = (header: Header, from: string): boolean =>
  /^(mailer-daemon|postmaster)\b/i.test(from) ||
  header('return-path') === '<>' ||
  header('x-failed-recipients') !== '' ||
  /^multipart\/report\b/i.test(header('content-type'));

const isAutomatic = (header: Header): boolean =>
  /^auto-/i.test(header('auto-submitted')) ||
  /\bauto[-_]?reply\b/i.test(header('precedence')) ||
  ['x-autoreply', 'x-autorespond', 'x-autoreply-from', 'x-mail-autoreply'].some(
    (name) => header(name) !== '',
  );

const AUTOMATIC_SUBJECT =
  /^((re|aw|fwd?)\s*:\s*)?(automatic reply|auto[- ]?(reply|response)|out of (the )?office|on (vacation|holiday)\b|automatische (antwort|beantwoording)|abwesen(d|heit(s(notiz|benachrichtigung|nachricht|assistent))?)\b|automatisch antwoord|r[ée]ponse automatique|risposta automatica|respuesta autom[áa]tica|resposta autom[áa]tica|autosvar|absence du bureau)/i;

/** What calendars put before the title, in the language of whoever clicked. */
const MEETING_REPLY =
  /^(accepted|declined|tentative|tentatively accepted|new time proposed|zugesagt|zusage|abgelehnt|absage|mit vorbehalt( angenommen)?|neue zeit vorgeschlagen|accepté|refusé|provisoire|aceptada|aceptado|rechazada|rechazado|accettato|rifiutato|geaccepteerd|geweigerd|aceite|aceito|recusado)( invitation)?\s*:/i;

const isCalendarReply = (header: Header): boolean =>
  /^text\/calendar\b.*\bmethod="?(reply|counter)\b/is.test(header('content-type'));

/** What mail programs send when a mail was opened, or thrown away unread. */
const READ_RECEIPT =
  /^(read|not read|gelesen|ungelesen gelöscht|lu|leído|letto|gelezen|lida|läst)\s*:/i;

const isList = (header: Header): boolean =>
  ['list-id', 'list-unsubscribe', 'list-post', 'mailing-list'].some(
    (name) => header(name) !== '',
  ) || /^(list|bulk|junk)\b/i.test(header('precedence'));

import type { Mail } from './mail.ts';

/** Why nobody wrote this to anybody; undefined for a mail between people. */
export function notBetweenPeople({ headers, subject, from }: Mail): string | undefined {
  const header = (name: string): string => (headers.get(name) ?? '').trim();
  if (isDeleted(header)) return 'deleted, spam or a draft';
  if (isBounce(header, from?.address ?? '')) return 'came back undelivered, or a receipt';
  if (isAutomatic(header) || AUTOMATIC_SUBJECT.test(subject.trim())) return 'an automatic answer';
  return isList(header) ? 'of a mailing list' : undefined;
}

type Header = (name: string) => string;

const THUNDERBIRD_DELETED = 0x8;

const isDeleted = (header: Header): boolean =>
  (parseInt(header('x-mozilla-status'), 16) & THUNDERBIRD_DELETED) > 0 ||
  /\b(spam|trash|drafts?)\b/i.test(header('x-gmail-labels')) ||
  /\bdraft\b/i.test(header('x-mozilla-keys'));

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
  /^((re|aw|fwd?)\s*:\s*)?(automatic reply|auto[- ]?(reply|response)|out of (the )?office|on (vacation|holiday)\b|automatische (antwort|beantwoording)|abwesenheits(notiz|benachrichtigung|nachricht)|automatisch antwoord|r[ée]ponse automatique|risposta automatica|respuesta autom[áa]tica|resposta autom[áa]tica|autosvar|absence du bureau)/i;

const isList = (header: Header): boolean =>
  ['list-id', 'list-unsubscribe', 'list-post', 'mailing-list'].some(
    (name) => header(name) !== '',
  ) || /^(list|bulk|junk)\b/i.test(header('precedence'));

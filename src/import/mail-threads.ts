/** A mail as one of a thread. */
export interface ThreadMail {
  /** What it is known by. */
  readonly key: string;
  /** The key of the mail that it answers or follows; undefined where it begins a thread. */
  readonly parent: string | undefined;
  readonly own: boolean;
  /** When it was written: of two answers to one mail, the first is the answer. */
  readonly at: number;
}

/**
 * Which of our own mails wait for an answer. A mail that begins a thread does, and so does one that follows up on ours. An
 * answer to a mail of theirs waits only if it got an answer: a thread ends with somebody's last word, and nobody owes
 * one for it. That is found from all mails together, in whatever order they stand.
 */
export function waitingMails(mails: Iterable<ThreadMail>): ReadonlySet<string> {
  const ours = new Map<string, ThreadMail>();
  const answered = new Set<string>();
  /** Our first answer to each mail that is not ours, by the key of that mail. */
  const firstAnswers = new Map<string, ThreadMail>();
  for (const mail of mails) {
    if (mail.own) ours.set(mail.key, mail);
    else if (mail.parent !== undefined) answered.add(mail.parent);
  }
  for (const mail of ours.values()) {
    if (mail.parent === undefined || ours.has(mail.parent)) continue;
    const first = firstAnswers.get(mail.parent);
    if (first === undefined || isEarlier(mail, first)) firstAnswers.set(mail.parent, mail);
  }
  const isAnswer = (mail: ThreadMail): boolean =>
    mail.parent !== undefined && firstAnswers.get(mail.parent) === mail;
  return new Set(
    [...ours.values()]
      .filter((mail) => !isAnswer(mail) || answered.has(mail.key))
      .map(({ key }) => key),
  );
}

const isEarlier = (one: ThreadMail, other: ThreadMail): boolean =>
  one.at < other.at || (one.at === other.at && one.key < other.key);

/** `put off twice`; nothing where the first day stands. @param dates each day that was set, in their order */
export function putOff(dates: readonly unknown[]): readonly string[] {
  const count = dates.length - 1;
  return count < 1 ? [] : [`put off ${['', 'once', 'twice'][count] ?? `${count} times`}`];
}

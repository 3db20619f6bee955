import type { Person } from '../journal/entry.ts';
import { RelError } from '../journal/error.ts';
import { isTaken } from './failures.ts';

export const quote = (text: string): string => JSON.stringify(text);

export const personAt = ({ name, customer }: Person): string =>
  `person ${quote(name)} at ${quote(customer)}`;

export function missing(what: string): never {
  throw new RelError('usage', `there is no ${what}`, 'see what there is: rel list');
}

export function unlessTaken(write: () => void, what: string): void {
  try {
    write();
  } catch (error) {
    if (!isTaken(error)) throw error;
    const hint = 'choose another, or change the one there is';
    throw new RelError('usage', `there already is a ${what}`, hint);
  }
}

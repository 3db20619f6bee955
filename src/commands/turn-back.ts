/** Stands, in the program for plain lines, for all that such a line does not need; whoever comes to it begins anew. */
export function turnBack(): never {
  throw new Error('this is no plain line');
}

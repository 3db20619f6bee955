/** The value of a variable of the environment; one that is set to nothing counts as unset. */
export const filled = (value: string | undefined): string | undefined =>
  value === '' ? undefined : value;

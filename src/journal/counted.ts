/** `1 try`, `5 tries`. */
export const counted = (amount: number, one: string, many = `${one}s`): string =>
  `${amount} ${amount === 1 ? one : many}`;

/** `never`, `once`, `twice`, `3 times`. */
export const often = (times: number): string =>
  ['never', 'once', 'twice'][times] ?? `${times} times`;

/** `18,400`: whole units with commas, the same in every locale. */
export const thousands = (amount: number): string =>
  String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');

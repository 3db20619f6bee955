/** `18,400`: whole units with commas, the same in every locale; `<1` for what would be rounded to nothing. */
export const thousands = (amount: number): string =>
  amount > 0 && amount < 0.5 ? '<1' : String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1,200.50`: with its cents where it has any. */
export const money = (amount: number): string => {
  const [whole = '', cents = ''] = amount.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === '00' ? grouped : `${grouped}.${cents}`;
};

/** `3 h`, `2.5 h`, `40 min`. */
export function duration(minutes: number): string {
  if (minutes < 60) return `${Math.round(minutes)} min`;
  return `${Number((minutes / 60).toFixed(1))} h`;
}

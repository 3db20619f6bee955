/** `18,400`: whole units with commas, the same in every locale. */
export const thousands = (amount: number): string =>
  String(Math.round(amount)).replace(/\B(?=(\d{3})+$)/g, ',');

/** `1,200.50`: with its cents where it has any. */
export const money = (amount: number): string => {
  const [whole = '', cents = ''] = amount.toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === '00' ? grouped : `${grouped}.${cents}`;
};

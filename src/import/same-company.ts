import { foldAccents } from '../grammar/likeness.ts';

/** What companies write behind their names or not. */
const FORMS = new Set(
  `inc incorporated ltd limited llc llp lp plc pty corp corporation co company gmbh mbh ug ag kg kgaa ohg gbr eg ek ev
  sa sarl sas srl spa sl bv nv ab as oy aps the and und et y`.split(/\s+/),
);

/**
 * What is left of the name of a company without its form, signs, accents and the two ways to write an umlaut: two that
 * are alike in it may be one. Empty where nothing is left.
 */
export function bareCompany(name: string): string {
  const words = foldAccents(name)
    .replace(/[’'.]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !FORMS.has(word));
  return words.join(' ').replace(/([aou])e/g, '$1');
}

import { isHeadWord } from './head-words.ts';
import { isAmong, listed } from './listed.ts';

const NO_NAME = listed(
  'i we just also then again only so always never already who that which it this and but or finally once twice still have has had was were is ' +
    'are be been being not get got nobody everybody everyone all others re than as when if to from on in at by ' +
    'quote quotes offer order orders list invoice invoices contract contracts info information proposal reminder sample samples drawing ' +
    'drawings catalogue catalog brochure price prices update pictures photos papers documents report minutes notes form terms ' +
    'meeting meetings strike tender vote the my our his her their your a an back tried today yesterday afterwards later first',
);

/** Somebody whom nobody knows yet, "bob called", and nothing that was called, or that we wrote: "quote emailed". */
export function isName(word: string): boolean {
  return /^[^\d:.,]{2,}$/.test(word) && !isAmong(NO_NAME, word) && !isHeadWord(word);
}

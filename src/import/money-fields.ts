import { customer, field, type TableField } from './table-field.ts';

/** The fields of tables of money, as those in `table-fields.ts`. */
export const MONEY_FIELDS = {
  payments: {
    id: field('name', 'transactionid paymentid externalid txid transaktionsid umsatzid'),
    customer: field(
      'name',
      `payer paidby payee payername sender debtor counterparty counterpartyname partnername name nameofpayer nameofpartner orderingparty zahlungspflichtiger zahlungspflichtige zahlungspflichtiger auftraggeberempfanger auftraggeberbegunstigter begunstigterauftraggeber beguenstigterzahlungspflichtiger begunstigterzahlungspflichtiger auftraggeberzahlungsempfanger empfangerauftraggeber namezahlungsbeteiligter zahlungsbeteiligter gegenpartei gegenkontoinhaber kontrahent partner von absender zahler einzahler ${customer.called.filter((name) => !name.startsWith('account')).join(' ')}`,
    ),
    on: field(
      'date',
      'date paidon paymentdate receivedon transactiondate bookingdate valuedate posted postingdate completeddate datecompleted buchungstag buchungsdatum buchung datum valuta valutadatum wertstellung wertstellungstag zahlungsdatum zahlungseingang eingang bezahltam gezahltam fecha dateoperation',
    ),
    amount: field(
      'money',
      'amountpaid paid credit moneyin paidin received haben gutschrift value sum betrag umsatz zahlbetrag eingang montant importe gross brutto',
    ),
    direction: field(
      'word',
      'sollhaben sollhabenkennzeichen sollhabenkz sh debitcredit creditdebit drcr',
    ),
    invoice: field(
      'text',
      'invoicenumber invoiceno invoiceid invoicenr rechnung rechnungsnummer rechnungsnr rechnungnr rgnr renr belegnummer belegnr beleg facture',
    ),
    note: field(
      'text',
      'note purpose reference description memo details paymentreference remittanceinformation narrative particulars verwendungszweck verwendungszweckzeile1 zahlungsgrund buchungstext zweck betreff beschreibung notiz libelle concepto',
    ),
  },
  invoices: {
    customer,
    invoice: field(
      'text',
      'number invoicenumber invoiceno invoiceid invoicenr docnumber documentnumber rechnung nummer rechnungsnummer rechnungsnr rechnungnr rgnr renr belegnummer belegnr beleg facture numero no nr',
    ),
    on: field(
      'date',
      'date invoicedate issuedate issued issuedon created billedon rechnungsdatum datum belegdatum ausgestelltam datefacture fecha',
    ),
    due: field(
      'date',
      'duedate dueon payby fallig falligam falligkeit falligkeitsdatum faelligkeit zahlbarbis zahlungsziel echeance vencimiento',
    ),
    amount: field(
      'money',
      'total amountdue invoiceamount grossamount totalamount gross sum betrag rechnungsbetrag bruttobetrag betragbrutto bruttorechnungsbetrag endbetrag brutto gesamtbetrag gesamt summe montant importe',
    ),
    paidOn: field(
      'date',
      'paiddate paymentdate datepaid bezahltam gezahltam zahlungsdatum zahlungseingang ausgeglichenam',
    ),
    status: field('word', 'state paid bezahlt zustand'),
    what: field(
      'text',
      'what for description subject memo beschreibung betreff leistung bezeichnung',
    ),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, TableField>>>>;

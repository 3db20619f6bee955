import { journalOf, type Story } from './story.ts';

export default {
  title: 'The best customer, after the windfall',
  essay: 'dumping-best-customer',
  journal: journalOf(
    'vanishing',
    `
    {"type":"customer","name":"Tamarind Street Bakery","tier":"A","solo":true,"value":14500,"terms":30,"needs":["ovens that never stop on a Friday night"]}
    {"type":"person","name":"Owen","role":"owner","decides":true,"phone":"+353 1 555 0142","win":"a second shop before he turns fifty"}

    {"type":"won","on":"2023-05-16","amount":2900,"note":"First deck oven. Shook hands over a tray of buns."}
    {"type":"spoke","on":"2024-07-09","channel":"visit","person":"Owen","about":["need","personal"],"minutes":60,"feel":2,"learned":["need","win"],"note":"Wants a second shop, has the corner picked out already."}
    {"type":"spoke","on":"2024-07-23","channel":"call","person":"Owen","about":["need"],"minutes":20,"feel":1,"note":"Proofer too small for the wedding season."}
    {"type":"heard","on":"2024-08-06","channel":"call","person":"Owen","about":["personal"],"minutes":15,"feel":2,"got":["m"],"signals":["looked-out"],"note":"Sent me his cousin with the pizzeria. Unasked."}
    {"type":"spoke","on":"2024-08-20","channel":"call","person":"Owen","about":["order","need"],"minutes":20,"feel":1}
    {"type":"spoke","on":"2024-09-03","channel":"call","person":"Owen","about":["delivery"],"minutes":15,"feel":1,"note":"Proofer in, dough happy."}
    {"type":"promise","id":"vanishing-invoice-1","on":"2024-09-04","by":"them","what":"proofer","due":"2024-10-04","kind":"payment","amount":2600,"number":"T-31"}
    {"type":"spoke","on":"2024-09-17","channel":"call","person":"Owen","about":["personal","need"],"minutes":25,"feel":2,"note":"Half an hour on his boy's football, five minutes on mixers."}
    {"type":"spoke","on":"2024-10-01","channel":"call","person":"Owen","about":["review"],"minutes":20,"feel":1}
    {"type":"done","on":"2024-10-03","ref":"vanishing-invoice-1"}
    {"type":"income","on":"2024-10-03","amount":2600}
    {"type":"spoke","on":"2024-10-15","channel":"visit","person":"Owen","about":["need"],"minutes":60,"feel":2,"got":["s"],"note":"Walked the corner shop with him. He lets me quote first."}
    {"type":"spoke","on":"2024-10-29","channel":"call","person":"Owen","about":["need"],"minutes":20,"feel":1}
    {"type":"spoke","on":"2024-11-12","channel":"call","person":"Owen","about":["order"],"minutes":15,"feel":1,"note":"Christmas mixer ordered in three sentences."}
    {"type":"promise","id":"vanishing-invoice-2","on":"2024-11-26","by":"them","what":"mixer","due":"2024-12-27","kind":"payment","amount":3400,"number":"T-32"}
    {"type":"spoke","on":"2024-11-26","channel":"call","person":"Owen","about":["delivery","personal"],"minutes":20,"feel":1}
    {"type":"spoke","on":"2024-12-10","channel":"call","person":"Owen","about":["personal"],"minutes":15,"feel":2,"got":["s"],"note":"Stollen for the whole workshop."}
    {"type":"done","on":"2024-12-23","ref":"vanishing-invoice-2"}
    {"type":"income","on":"2024-12-23","amount":3400}
    {"type":"spoke","on":"2025-01-07","channel":"call","person":"Owen","about":["need","review"],"minutes":30,"feel":1,"note":"Second shop is on: bank said yes. Full fit-out, 38k."}
    {"type":"promise","id":"vanishing-invoice-3","on":"2025-01-21","by":"them","what":"planning and survey","due":"2025-02-20","kind":"payment","amount":2200,"number":"T-33"}
    {"type":"spoke","on":"2025-01-21","channel":"meeting","person":"Owen","about":["need"],"minutes":75,"feel":2,"signals":["co-created"]}
    {"type":"spoke","on":"2025-02-04","channel":"call","person":"Owen","about":["need"],"minutes":20,"feel":1}

    {"type":"heard","on":"2025-02-10","time":"06:10","channel":"call","person":"Owen","about":["problem"],"minutes":20,"feel":0,"fault":"outside","blames":"nobody","note":"Water main burst under the street. Bakehouse a metre deep, all three ovens gone."}
    {"type":"hardship","on":"2025-02-10","from":"2025-02-10","to":"2025-03-21","note":"Shut until the insurer moves."}
    {"type":"work","on":"2025-02-11","minutes":300,"gave":["l"],"note":"Two loan ovens on a borrowed lorry, wired in by night."}
    {"type":"spoke","on":"2025-02-13","channel":"visit","person":"Owen","about":["problem","personal"],"minutes":60,"feel":1}
    {"type":"work","on":"2025-02-18","minutes":240,"gave":["l"],"note":"Factory damage report in a week; they usually take ten."}
    {"type":"spoke","on":"2025-02-25","channel":"call","person":"Owen","about":["problem"],"minutes":20,"feel":1}
    {"type":"work","on":"2025-03-04","minutes":120,"gave":["m"],"note":"Sat with the loss adjuster so that nobody haggled over old ovens."}
    {"type":"spoke","on":"2025-03-11","channel":"call","person":"Owen","about":["problem","need"],"minutes":15,"feel":1}
    {"type":"heard","on":"2025-03-18","channel":"call","person":"Owen","about":["personal"],"minutes":15,"feel":2,"signals":["thanks"],"note":"Paid out! Nearly double what he hoped for. Laughing and crying."}
    {"type":"change","on":"2025-03-18","kind":"windfall"}
    {"type":"done","on":"2025-03-21","ref":"vanishing-invoice-3"}
    {"type":"income","on":"2025-03-21","amount":2200}
    {"type":"spoke","on":"2025-03-25","channel":"call","person":"Owen","about":["need","order"],"minutes":25,"feel":2,"note":"Second shop bigger than planned. He wants it open by August."}
    {"type":"promise","id":"vanishing-invoice-4","on":"2025-03-31","by":"them","what":"deposit on the fit-out","due":"2025-04-30","kind":"payment","amount":3800,"number":"T-34"}

    {"type":"spoke","on":"2025-04-08","channel":"call","person":"Owen","about":["order"],"minutes":10,"feel":0,"note":"In a hurry. New car in the background."}
    {"type":"promise","on":"2025-04-08","by":"them","what":"sign the drawings","due":"2025-04-17"}
    {"type":"tried","on":"2025-04-22","channel":"call","outcome":"no-answer","person":"Owen"}
    {"type":"heard","on":"2025-04-24","channel":"text","person":"Owen","about":["problem"],"feel":-1,"fault":"them","blames":"nobody","note":"Drawings? Mad week, he says. No more than that."}
    {"type":"promise","id":"vanishing-invoice-5","on":"2025-04-25","by":"them","what":"loan ovens bought","due":"2025-05-26","kind":"payment","amount":2400,"number":"T-35"}
    {"type":"tried","on":"2025-04-29","channel":"call","outcome":"voicemail","person":"Owen","feel":-1}
    {"type":"spoke","on":"2025-05-05","channel":"call","person":"Owen","about":["problem"],"minutes":10,"feel":-1,"fault":"them","blames":"nobody","note":"Deposit is 'with the bank'. Which bank, he could not say."}
    {"type":"promise","on":"2025-05-05","by":"them","what":"electrician's plan","due":"2025-05-09"}
    {"type":"tried","on":"2025-05-13","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-1}
    {"type":"tried","on":"2025-05-15","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-1}
    {"type":"spoke","on":"2025-05-21","channel":"call","person":"Owen","about":["problem","order"],"minutes":10,"feel":-1,"fault":"them","blames":"nobody","signals":["confronted"],"note":"Rang from the workshop phone, so he picked up. Asked what had changed. 'Nothing, why?'"}
    {"type":"promise","on":"2025-05-21","by":"them","what":"name an opening date","due":"2025-05-30"}
    {"type":"done","on":"2025-05-22","ref":"vanishing-invoice-4","note":"Only after the office wrote to him."}
    {"type":"income","on":"2025-05-22","amount":3800}
    {"type":"tried","on":"2025-05-27","channel":"visit","outcome":"no-show","person":"Owen","minutes":90,"feel":-2,"rude":true,"note":"Oven builder came from Turin for this. We stood on the pavement."}
    {"type":"tried","on":"2025-05-29","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-1}
    {"type":"work","on":"2025-06-02","minutes":90,"signals":["covered"],"note":"Talked the factory into holding his slot. Last time I can ask."}
    {"type":"tried","on":"2025-06-03","channel":"call","outcome":"no-answer","person":"Owen","feel":-1}
    {"type":"tried","on":"2025-06-05","channel":"text","outcome":"no-reply","person":"Owen","feel":-1}
    {"type":"tried","on":"2025-06-10","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-2}
    {"type":"heard","on":"2025-06-12","channel":"text","person":"Owen","about":["problem"],"feel":-2,"rude":true,"note":"'Stop hounding me.' After the night with the lorry."}
    {"type":"tried","on":"2025-06-17","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-2}
    {"type":"tried","on":"2025-06-19","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-2}
    {"type":"notice","on":"2025-06-20","time":"10:40","deadline":"2025-06-20","channel":"text","words":"Owen, the second shop goes ahead only if we speak before tonight. Ring me."}
    {"type":"tried","on":"2025-06-20","time":"10:35","channel":"call","outcome":"mailbox-full","person":"Owen","feel":-2}
    {"type":"mood","on":"2025-06-21","feel":1,"private":true,"note":"Slept through for the first time in weeks."}
  `,
  ),
} satisfies Story;

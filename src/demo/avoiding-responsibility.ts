import { journalOf, type Story } from './story.ts';

const shared = journalOf(
  'shared',
  `
    {"type":"customer","name":"Linden Vale School Meals","tier":"A","value":18000,"terms":30,"needs":["no child goes hungry because a fridge failed"]}
    {"type":"person","name":"Theo","role":"head of catering","decides":true,"wellWisher":true,"win":"the county's best school meals"}
    {"type":"person","name":"Priya","role":"kitchen safety","win":"an audit without a remark"}

    {"type":"won","on":"2022-08-23","amount":4500}
    {"type":"spoke","on":"2024-07-18","channel":"visit","person":"Theo","about":["review","personal"],"minutes":90,"feel":2,"learned":["need","win"]}
    {"type":"spoke","on":"2024-08-22","channel":"call","person":"Theo","about":["need"],"minutes":25,"feel":1}
    {"type":"income","on":"2024-09-12","amount":4500}
    {"type":"spoke","on":"2024-09-19","channel":"call","person":"Priya","about":["delivery"],"minutes":15,"feel":1}
    {"type":"heard","on":"2024-10-10","channel":"call","person":"Theo","about":["problem"],"minutes":20,"feel":1,"fault":"them","blames":"them","note":"Cook wedged the freezer door. 'That was us, we will retrain.'"}
    {"type":"spoke","on":"2024-11-14","channel":"meeting","person":"Theo","about":["need","review"],"minutes":60,"feel":2,"got":["m"],"note":"Read my safety plan to the whole county. Two enquiries since."}
    {"type":"income","on":"2024-12-12","amount":4500}
    {"type":"spoke","on":"2025-01-16","channel":"call","person":"Priya","about":["admin","need"],"minutes":20,"feel":1}
    {"type":"promise","id":"shared-check","on":"2025-01-16","by":"us","what":"gas check in all nine cold rooms","due":"2025-03-31"}
    {"type":"promise","id":"shared-access","on":"2025-01-16","by":"them","what":"access for the engineers in the holidays","due":"2025-02-14"}
    {"type":"done","on":"2025-02-13","ref":"shared-access"}
    {"type":"spoke","on":"2025-02-20","channel":"visit","person":"Theo","about":["need","personal"],"minutes":60,"feel":1}
    {"type":"income","on":"2025-03-13","amount":4500}
    {"type":"spoke","on":"2025-03-27","channel":"call","person":"Theo","about":["need"],"minutes":20,"feel":1}

    {"type":"spoke","id":"shared-failure","on":"2025-05-06","time":"08:40","channel":"call","person":"Theo","about":["problem"],"minutes":40,"feel":-1,"fault":"us","harm":3,"weBlame":"us","blames":"both","signals":["apology","explained"],"note":"Found it in our own books: three rooms never checked. Rang before coffee. It is ours, all of it. He: we sign those sheets, we could have looked."}
    {"type":"promise","id":"shared-mend","on":"2025-05-06","by":"us","what":"the three rooms, at night, at our cost","due":"2025-05-09"}
    {"type":"heard","on":"2025-05-07","channel":"call","person":"Priya","about":["problem"],"minutes":15,"feel":1,"got":["m"],"note":"Her people moved the food out themselves. Nobody had asked them to."}
    {"type":"done","on":"2025-05-08","ref":"shared-mend"}
    {"type":"done","on":"2025-05-08","ref":"shared-check"}
    {"type":"work","on":"2025-05-13","minutes":150,"gave":["m"],"note":"One shared list, both sides tick it every Friday."}
    {"type":"spoke","on":"2025-05-20","channel":"meeting","person":"Theo","about":["review","problem"],"minutes":60,"feel":2,"signals":["co-created","assured"]}
    {"type":"accept","on":"2025-05-20","ref":"shared-failure","note":"'Settled. What do we build next?'"}
    {"type":"spoke","on":"2025-06-12","channel":"call","person":"Theo","about":["need"],"minutes":25,"feel":2,"note":"Two new kitchens in September."}
    {"type":"income","on":"2025-06-12","amount":4500}
  `,
);

const blaming = journalOf(
  'blaming',
  `
    {"type":"customer","name":"Castellan Grill Houses","tier":"B","value":9000,"solo":true,"needs":["six grills that pass inspection"]}
    {"type":"person","name":"Rory","role":"owner","decides":true,"win":"out of the kitchen by forty-five"}

    {"type":"heard","on":"2025-05-08","channel":"event","person":"Rory","about":["need"],"minutes":30,"feel":1,"signals":["flattery"],"note":"Came to MY stand. 'At last somebody who gets us.'"}
    {"type":"spoke","on":"2025-05-14","channel":"call","person":"Rory","about":["problem"],"minutes":30,"feel":1,"fault":"unknown","blames":"other:Frostline","note":"Frostline were crooks, he says."}
    {"type":"spoke","on":"2025-05-22","channel":"visit","person":"Rory","about":["need","problem"],"minutes":90,"learned":["need","win"],"blames":"other:Ostler & Co","signals":["flattery"],"note":"Before them Ostler: idiots. But I, I understand the trade."}
    {"type":"promise","id":"blaming-log","on":"2025-05-22","by":"them","what":"send the service book","due":"2025-06-03"}
    {"type":"heard","on":"2025-06-04","channel":"call","person":"Rory","about":["problem"],"minutes":20,"feel":0,"blames":"other:Bistro Direct","note":"Service book? Bistro Direct lost it. Of course."}
    {"type":"spoke","on":"2025-06-12","channel":"visit","person":"Rory","about":["need","personal"],"minutes":75,"feel":-1,"asked":true,"blames":"other:Frostline","note":"Grease filters never changed, I saw them. Asked what he would do differently with us. 'Me? Pick better people.'"}
    {"type":"spoke","on":"2025-06-18","channel":"call","person":"Rory","about":["price","need"],"minutes":20,"feel":-1,"signals":["flattery"],"note":"Wants to sign on Friday. My stomach does not."}
  `,
);

export default {
  title: 'The one who shares the blame, and the one who never does',
  essay: 'avoiding-responsibility',
  journal: shared + blaming,
} satisfies Story;

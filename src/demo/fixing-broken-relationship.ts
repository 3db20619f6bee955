import { journalOf, type Story } from './story.ts';

export default {
  title: 'Inherited, and broken by us',
  essay: 'fixing-broken-relationship',
  journal: journalOf(
    'inherited',
    `
    {"type":"customer","name":"Kettleby Smokehouse","tier":"B","value":5200,"terms":30,"inheritedFrom":"Graham, who had the north until January","needs":["parts on the day they are promised"]}
    {"type":"person","name":"Walter","role":"owner","decides":true,"win":"hand a sound firm to his daughter"}
    {"type":"person","name":"Lotte","role":"his daughter, runs the office","wellWisher":true}

    {"type":"won","on":"2019-04-09","amount":3100}
    {"type":"spoke","on":"2024-03-12","channel":"call","person":"Walter","about":["order"],"minutes":10,"note":"(Graham) Usual order, all well."}
    {"type":"heard","id":"inherited-delivery","on":"2024-05-21","channel":"call","person":"Walter","about":["delivery"],"minutes":15,"fault":"us","harm":3,"blames":"us","note":"(Graham) Third lorry that did not come. He sent forty people home."}
    {"type":"heard","id":"inherited-invoice","on":"2024-07-02","channel":"letter","person":"Lotte","about":["admin"],"minutes":10,"fault":"us","harm":2,"blames":"us","note":"(Graham) Billed twice, credited wrong, billed again."}
    {"type":"lost","on":"2024-09-03","cause":"us","harm":3,"note":"(Graham) Gone. Did not return my calls either."}

    {"type":"spoke","on":"2025-01-21","channel":"visit","person":"Walter","about":["problem"],"minutes":50,"feel":-2,"signals":["vent","listened"],"note":"Walked in with a smile and no idea. He shouted for a quarter of an hour: dates, bills, Graham. I kept my mouth shut."}
    {"type":"spoke","on":"2025-01-21","channel":"visit","person":"Walter","about":["delivery","personal"],"minutes":30,"feel":1,"signals":["apology"],"note":"He ran dry and said it was hardly me. So I asked: suppose the lorry came when we say, would you buy? He grinned. 'Cheeky.'"}
    {"type":"promise","id":"inherited-causes","on":"2025-01-21","by":"us","what":"find out why, and come back with it","due":"2025-02-07"}
    {"type":"read","on":"2025-01-22","note":"Now I have read the file. Should have been the day before."}
    {"type":"work","on":"2025-01-28","minutes":180,"note":"Warehouse: his orders were picked last, because of an old credit block."}
    {"type":"done","on":"2025-02-06","ref":"inherited-causes"}
    {"type":"spoke","on":"2025-02-06","channel":"visit","person":"Walter","about":["problem","review"],"minutes":60,"feel":1,"learned":["need","win"],"blames":"both","fault":"both","note":"Block removed, one driver for the north. He: our goods-in is shut on Mondays, maybe somebody should have told you."}
    {"type":"promise","id":"inherited-trial","on":"2025-02-06","by":"us","what":"four test deliveries, Tuesday before nine","due":"2025-04-01"}
    {"type":"promise","id":"inherited-gate","on":"2025-02-06","by":"them","what":"a key for the early driver","due":"2025-02-20"}
    {"type":"done","on":"2025-02-18","ref":"inherited-gate"}
    {"type":"heard","on":"2025-02-18","channel":"call","person":"Lotte","about":["delivery"],"minutes":10,"feel":1,"note":"First one at 8:20."}
    {"type":"spoke","on":"2025-03-11","channel":"call","person":"Lotte","about":["admin","personal"],"minutes":25,"feel":1,"note":"She is taking over in two years. Went through every old bill with her."}
    {"type":"spoke","on":"2025-03-25","channel":"call","person":"Walter","about":["delivery"],"minutes":15,"feel":1}
    {"type":"done","on":"2025-04-01","ref":"inherited-trial"}
    {"type":"spoke","on":"2025-04-15","channel":"visit","person":"Walter","about":["review","need"],"minutes":60,"feel":2,"note":"Four out of four. Reviewed the whole mess, what is different now, and asked again."}
    {"type":"change","on":"2025-04-29","kind":"rival-failing","note":"His present supplier left him with a cold smoker over Easter."}
    {"type":"accept","on":"2025-05-13","ref":"inherited-delivery","note":"'Lorries, fine. Bills I believe when I have seen three.'"}
    {"type":"won","on":"2025-05-13","amount":900,"note":"Small, but an order."}

    {"type":"spoke","on":"2025-05-13","channel":"visit","person":"Walter","about":["order","need"],"minutes":45,"feel":2}
    {"type":"promise","id":"inherited-bill-1","on":"2025-05-15","by":"them","what":"first bill, checked twice","due":"2025-06-16","kind":"payment","amount":900,"number":"K-1"}
    {"type":"spoke","on":"2025-05-20","channel":"call","person":"Lotte","about":["delivery"],"minutes":10,"feel":1}
    {"type":"spoke","on":"2025-05-27","channel":"call","person":"Walter","about":["need"],"minutes":20,"feel":1,"note":"The cold smoker. He asked, not I."}
    {"type":"heard","on":"2025-06-04","channel":"email","person":"Lotte","about":["admin"],"minutes":5,"feel":1,"note":"Bill number one: not a cent off."}
    {"type":"done","on":"2025-06-10","ref":"inherited-bill-1"}
    {"type":"spoke","on":"2025-06-17","channel":"visit","person":"Walter","about":["need","personal"],"minutes":60,"feel":2,"got":["s"],"note":"Smoked trout for the road."}
  `,
  ),
} satisfies Story;

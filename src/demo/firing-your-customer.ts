import { journalOf, type Story } from './story.ts';

const price = journalOf(
  'price',
  `
    {"type":"customer","name":"Northgate Canteens","tier":"B","value":2900,"terms":30,"needs":["lunch for 400 in ninety minutes"]}
    {"type":"person","name":"Pauline","role":"purchasing","decides":true,"win":"stay under last year's budget"}
    {"type":"person","name":"Femi","role":"head chef","wellWisher":true,"win":"home by five"}

    {"type":"won","on":"2023-10-03","amount":1800,"onPriceAlone":true,"note":"Got in as the cheapest of four. My own doing."}
    {"type":"spoke","on":"2024-07-16","channel":"call","person":"Pauline","about":["price"],"minutes":30,"feel":-1,"conceded":true,"note":"Three per cent, or she asks around."}
    {"type":"heard","on":"2024-09-10","channel":"email","person":"Pauline","about":["price"],"minutes":10,"signals":["quote"],"note":"A rival's quote, no greeting."}
    {"type":"spoke","on":"2024-09-12","channel":"call","person":"Pauline","about":["price"],"minutes":45,"feel":-1,"conceded":true,"note":"Threw in the fitting."}
    {"type":"income","on":"2024-09-30","amount":700}
    {"type":"spoke","on":"2024-11-05","channel":"call","person":"Pauline","about":["price"],"minutes":40,"feel":-1,"conceded":true,"note":"Free freight now, too."}
    {"type":"income","on":"2024-12-20","amount":800}
    {"type":"heard","on":"2025-01-14","channel":"email","person":"Pauline","about":["price"],"minutes":10,"signals":["quote"]}
    {"type":"work","on":"2025-01-15","minutes":120,"note":"Rebuilt the offer from scratch to shave off another two."}
    {"type":"spoke","on":"2025-01-16","channel":"call","person":"Pauline","about":["price"],"minutes":35,"feel":-1,"conceded":true}

    {"type":"spoke","on":"2025-02-04","channel":"visit","person":"Femi","about":["need"],"minutes":120,"feel":1,"learned":["need","win"],"note":"Should have started here two years ago. Queue is the trouble, not the price of a fryer."}
    {"type":"promise","id":"price-plan","on":"2025-02-04","by":"us","what":"a plan that halves the queue","due":"2025-02-18"}
    {"type":"work","on":"2025-02-13","minutes":240,"note":"Second line, smaller fryers, 90 seconds a tray."}
    {"type":"done","on":"2025-02-18","ref":"price-plan"}
    {"type":"spoke","on":"2025-02-18","channel":"meeting","person":"Pauline","about":["need","review"],"minutes":60,"feel":0,"note":"Showed her minutes, not prices. Femi nodded. She wanted the plan unit by unit."}
    {"type":"heard","on":"2025-02-27","channel":"email","person":"Pauline","about":["price"],"minutes":10,"feel":-2,"signals":["quote","excluded"],"note":"She sent MY plan round and got it two per cent cheaper."}
    {"type":"spoke","on":"2025-03-04","channel":"call","person":"Pauline","about":["price"],"minutes":40,"feel":-1,"conceded":true,"note":"Last time, I told myself."}
    {"type":"income","on":"2025-03-28","amount":700}
    {"type":"spoke","on":"2025-04-08","channel":"call","person":"Pauline","about":["price"],"minutes":30,"feel":-1,"conceded":true}
    {"type":"promise","id":"price-figures","on":"2025-04-08","by":"us","what":"running costs over five years","due":"2025-04-15"}
    {"type":"done","on":"2025-04-14","ref":"price-figures"}
    {"type":"spoke","on":"2025-05-06","channel":"meeting","person":"Pauline","about":["price"],"minutes":60,"feel":-1,"note":"Asked what would make us worth more to her. 'Ten per cent.'"}
    {"type":"spoke","on":"2025-05-13","channel":"call","person":"Pauline","about":["price"],"minutes":25,"feel":-1}

    {"type":"notice","on":"2025-05-20","deadline":"2025-06-13","channel":"email","words":"From July: the plan at list, two years fixed, one review a year. If that does not suit, I will help you change over.","conditions":["list price","two years","a yearly review"]}
    {"type":"heard","on":"2025-05-27","channel":"email","person":"Pauline","about":["price"],"minutes":10,"feel":-1,"signals":["quote"],"note":"Her answer: three more quotes."}
    {"type":"spoke","on":"2025-06-05","channel":"call","person":"Pauline","about":["price"],"minutes":20,"feel":0,"note":"Said the offer stands as written. She laughed."}
    {"type":"income","on":"2025-06-20","amount":700}
  `,
);

const oneSided = journalOf(
  'one-sided',
  `
    {"type":"customer","name":"The Larkspur Inn","tier":"B","value":2000,"terms":14,"needs":["a kitchen that looks after itself"]}
    {"type":"person","name":"Beatrix","role":"owner","decides":true}
    {"type":"person","name":"Col","role":"barman"}

    {"type":"won","on":"2022-03-08","amount":500}
    {"type":"spoke","on":"2024-07-11","channel":"visit","person":"Beatrix","about":["need"],"minutes":240,"feel":0,"gave":["m"],"learned":["need"],"note":"Came for a hinge, stayed to defrost the cellar."}
    {"type":"work","on":"2024-07-25","minutes":240,"gave":["m"],"note":"Wrote her hygiene manual. She had never had one."}
    {"type":"heard","on":"2024-08-17","time":"21:50","channel":"call","person":"Beatrix","about":["problem"],"minutes":40,"gave":["s"],"feel":-1,"note":"Saturday night. Dishwasher. It was the plug."}
    {"type":"spoke","on":"2024-08-29","channel":"visit","person":"Beatrix","about":["problem"],"minutes":360,"gave":["m"],"note":"Grease trap. Nobody else would."}
    {"type":"income","on":"2024-09-12","amount":500}
    {"type":"spoke","on":"2024-09-26","channel":"visit","person":"Col","about":["problem"],"minutes":300,"gave":["m"],"feel":0,"note":"Trained the new kitchen porter. Again."}
    {"type":"work","on":"2024-10-17","minutes":480,"gave":["l"],"note":"Whole day with the inspector, so that she could be at the hairdresser."}
    {"type":"heard","on":"2024-11-09","channel":"call","person":"Beatrix","about":["problem"],"minutes":30,"gave":["s"]}
    {"type":"spoke","on":"2024-11-21","channel":"visit","person":"Beatrix","about":["need","problem"],"minutes":300,"gave":["m"],"note":"Asked about the barn kitchen next year. 'We will see.'"}
    {"type":"income","on":"2024-12-12","amount":500}
    {"type":"heard","on":"2024-12-24","channel":"call","person":"Beatrix","about":["problem"],"minutes":60,"gave":["m"],"feel":-1,"note":"Christmas Eve, ice machine."}
    {"type":"spoke","on":"2025-01-09","channel":"visit","person":"Beatrix","about":["personal"],"minutes":120,"got":["s"],"feel":1,"note":"A tin of biscuits, opened."}
    {"type":"work","on":"2025-01-30","minutes":480,"gave":["l"],"note":"Second-hand range found, fetched, fitted. She paid for the range."}
    {"type":"spoke","on":"2025-02-20","channel":"visit","person":"Beatrix","about":["problem"],"minutes":360,"gave":["m","s"],"note":"Cellar pump. And her brother's washing machine."}
    {"type":"work","on":"2025-03-06","minutes":420,"gave":["m"],"note":"Redrew her menu cards to fit the oven she has."}
    {"type":"income","on":"2025-03-13","amount":500}
    {"type":"spoke","on":"2025-03-20","channel":"visit","person":"Col","about":["problem"],"minutes":300,"gave":["m"],"note":"Col says the barn kitchen went to a firm from the city. Nobody asked me."}
    {"type":"spoke","on":"2025-04-03","channel":"call","person":"Beatrix","about":["need","problem"],"minutes":20,"feel":-1,"signals":["confronted"],"note":"Why not us? 'You are so good with the small things.'"}
    {"type":"work","on":"2025-04-24","minutes":480,"gave":["l"],"note":"Repaired what the city firm had fitted."}
    {"type":"heard","on":"2025-05-10","channel":"call","person":"Beatrix","about":["problem"],"minutes":30,"gave":["s"]}
    {"type":"spoke","on":"2025-05-22","channel":"visit","person":"Beatrix","about":["problem"],"minutes":300,"gave":["m"],"feel":-1}
    {"type":"income","on":"2025-06-12","amount":500}
    {"type":"spoke","on":"2025-06-19","channel":"visit","person":"Beatrix","about":["problem","need"],"minutes":240,"gave":["m"],"feel":-1,"note":"Offered her a service plan at 150 a month. She thought the service was included."}
  `,
);

export default {
  title: 'Two customers you might fire',
  essay: 'firing-your-customer',
  journal: price + oneSided,
} satisfies Story;

import { journalOf, type Story } from './story.ts';

export default {
  title: 'The biggest one, whom nobody rings',
  essay: 'lost-best-client',
  journal: journalOf(
    'unattended',
    `
    {"type":"customer","name":"Vantage Care Homes","tier":"A","value":24000,"terms":30,"needs":["eleven kitchens, one contract"]}
    {"type":"person","name":"Ingrid","role":"operations","email":"ingrid@vantage.example"}

    {"type":"won","on":"2021-01-04","amount":6000,"note":"Five years, all eleven homes. Champagne."}
    {"type":"renewal","on":"2021-01-04","renewsOn":"2025-12-31"}
    {"type":"spoke","on":"2024-07-04","channel":"visit","person":"Ingrid","about":["review","need"],"minutes":90,"feel":2,"learned":["need"],"note":"Good walk through Homes 3 and 7."}
    {"type":"income","on":"2024-07-31","amount":6000}
    {"type":"spoke","on":"2024-08-06","channel":"call","person":"Ingrid","about":["order"],"minutes":10,"feel":1}
    {"type":"spoke","on":"2024-09-03","channel":"call","person":"Ingrid","about":["personal","order"],"minutes":15,"feel":1,"note":"Her daughter starts school."}
    {"type":"spoke","on":"2024-10-01","channel":"call","person":"Ingrid","about":["order"],"minutes":8,"feel":1,"note":"Easy money."}
    {"type":"income","on":"2024-10-31","amount":6000}
    {"type":"spoke","on":"2024-11-05","channel":"call","person":"Ingrid","about":["order","admin"],"minutes":8}
    {"type":"heard","on":"2024-12-03","channel":"email","person":"Ingrid","about":["order"],"minutes":5,"note":"December as November, she writes."}
    {"type":"spoke","on":"2025-01-14","channel":"call","person":"Ingrid","about":["order"],"minutes":6}
    {"type":"income","on":"2025-01-31","amount":6000}
    {"type":"spoke","on":"2025-02-11","channel":"call","person":"Ingrid","about":["order","price"],"minutes":10,"note":"Somebody new in finance wants all contracts in one list. Did not ask why."}
    {"type":"spoke","on":"2025-03-11","channel":"call","person":"Ingrid","about":["order"],"minutes":6,"note":"No need to ring her, runs by itself."}
    {"type":"heard","on":"2025-04-08","channel":"email","person":"Ingrid","about":["admin"],"minutes":5,"note":"Asks for the service records of four years. Sent them over."}
    {"type":"income","on":"2025-04-30","amount":6000}
    {"type":"spoke","on":"2025-05-06","channel":"call","person":"Ingrid","about":["order"],"minutes":5,"feel":0,"note":"Shorter than usual. Busy, I suppose."}
    {"type":"spoke","on":"2025-06-03","channel":"call","person":"Ingrid","about":["order"],"minutes":5,"feel":0,"signals":["competitor"],"note":"A van of the competition outside Home 7."}
  `,
  ),
} satisfies Story;

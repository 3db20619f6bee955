import { journalOf, type Story } from './story.ts';

export default {
  title: 'And one with whom nothing is wrong',
  journal: journalOf(
    'ordinary',
    `
    {"type":"customer","name":"Pike Street Diner","tier":"C","value":3200,"terms":30,"solo":true,"needs":["breakfast from six, every day"]}
    {"type":"person","name":"Marisol","role":"owner","decides":true,"win":"Sundays off"}

    {"type":"won","on":"2023-09-19","amount":1100}
    {"type":"spoke","on":"2024-07-30","channel":"call","person":"Marisol","about":["need","personal"],"minutes":20,"feel":1,"learned":["need","win"]}
    {"type":"spoke","on":"2024-09-24","channel":"call","person":"Marisol","about":["order"],"minutes":10,"feel":1}
    {"type":"promise","id":"ordinary-invoice-1","on":"2024-09-30","by":"them","due":"2024-10-30","kind":"payment","amount":1600,"number":"P-12"}
    {"type":"done","on":"2024-10-29","ref":"ordinary-invoice-1"}
    {"type":"income","on":"2024-10-29","amount":1600}
    {"type":"spoke","on":"2024-12-05","channel":"visit","person":"Marisol","about":["personal"],"minutes":45,"feel":2,"got":["s"],"note":"Pancakes on the house, and the name of her sister-in-law's café."}
    {"type":"spoke","id":"ordinary-seal","on":"2025-02-06","channel":"call","person":"Marisol","about":["problem"],"minutes":15,"feel":0,"fault":"both","harm":1,"blames":"both","weBlame":"both","note":"Wrong seal ordered. We misread, she mistyped."}
    {"type":"accept","on":"2025-02-12","ref":"ordinary-seal","note":"Right seal, no charge. Done."}
    {"type":"tried","on":"2025-04-03","channel":"call","outcome":"voicemail","person":"Marisol"}
    {"type":"heard","on":"2025-04-04","channel":"call","person":"Marisol","about":["order","need"],"minutes":15,"feel":1}
    {"type":"promise","id":"ordinary-invoice-2","on":"2025-04-15","by":"them","due":"2025-05-15","kind":"payment","amount":1600,"number":"P-13"}
    {"type":"done","on":"2025-05-16","ref":"ordinary-invoice-2"}
    {"type":"income","on":"2025-05-16","amount":1600}
    {"type":"spoke","on":"2025-06-05","channel":"call","person":"Marisol","about":["need","personal"],"minutes":20,"feel":1,"note":"New griddle in autumn. She closes on Sundays now."}
  `,
  ),
} satisfies Story;

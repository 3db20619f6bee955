import library from 'ical.js';

/** A file of its own in what ships, because it is big and seldom wanted. */
export const ical = library;

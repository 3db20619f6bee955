import type { TableKind } from './table-fields.ts';
import type { MapWish } from './table-mapping.ts';

/** What is known of the tables of one program. */
export interface Preset {
  readonly as: TableKind;
  /** Columns in their order of preference; those that a file does not have are passed over. */
  readonly columns: readonly MapWish[];
  /** Its notes are HTML. */
  readonly hasHtml?: boolean;
  /** What stands between several companies or people of one activity; the first one counts. */
  readonly between?: string;
  /** Its own words, in small letters, that mean something else elsewhere. */
  readonly words?: Readonly<Record<string, string>>;
}

export const PRESETS = ['hubspot', 'pipedrive', 'salesforce', 'bank'] as const;
export type PresetName = (typeof PRESETS)[number];

const columns = (fields: Readonly<Record<string, readonly string[]>>): readonly MapWish[] =>
  Object.entries(fields).flatMap(([field, names]) => names.map((column) => ({ column, field })));

/** Names and columns as the exports of these programs have them; a bank’s are found by their headers alone. */
export const PRESET: Readonly<Record<PresetName, Preset>> = {
  hubspot: {
    as: 'entries',
    hasHtml: true,
    between: ';',
    columns: columns({
      id: ['Record ID', 'Engagement ID', 'Activity ID'],
      type: ['Activity type', 'Engagement type', 'Type'],
      on: ['Activity date', 'Meeting start time', 'Timestamp', 'Create date'],
      customer: ['Associated company', 'Associated Company', 'Company name'],
      person: ['Associated contact', 'Associated contacts', 'Contact name'],
      direction: ['Call direction', 'Email direction'],
      outcome: ['Call outcome', 'Meeting outcome'],
      status: ['Task status'],
      milliseconds: ['Call duration', 'Call duration (milliseconds)'],
      title: [
        'Call title',
        'Meeting name',
        'Meeting title',
        'Email subject',
        'Task title',
        'Subject',
        'Title',
      ],
      note: [
        'Call notes',
        'Meeting notes',
        'Email body',
        'Note body',
        'Task notes',
        'Body',
        'Notes',
      ],
    }),
  },
  pipedrive: {
    as: 'entries',
    hasHtml: true,
    columns: columns({
      id: ['ID', 'Activity ID', 'Activity - ID'],
      type: ['Type', 'Activity type', 'Activity - Type'],
      on: ['Due date', 'Activity - Due date', 'Marked as done time', 'Add time'],
      time: ['Due time', 'Activity - Due time'],
      customer: ['Organization', 'Organisation', 'Organization name', 'Activity - Organization'],
      person: ['Contact person', 'Person', 'Person name', 'Activity - Contact person'],
      status: ['Status', 'Done', 'Activity - Status', 'Activity - Done'],
      minutes: ['Duration', 'Activity - Duration'],
      title: ['Subject', 'Activity - Subject'],
      note: ['Note', 'Public description', 'Notes', 'Activity - Note'],
    }),
  },
  salesforce: {
    as: 'entries',
    words: { event: 'meeting' },
    columns: columns({
      id: ['Activity ID', 'Id', 'Task ID', 'Event ID'],
      type: ['Task Subtype', 'TaskSubtype', 'Type', 'Event Subtype', 'Activity Type'],
      on: [
        'Date',
        'ActivityDate',
        'Activity Date',
        'Due Date',
        'Start',
        'StartDateTime',
        'Created Date',
      ],
      customer: ['Company / Account', 'Account Name', 'Account', 'Account.Name', 'Related To'],
      person: ['Contact', 'Contact Name', 'Name', 'Who.Name'],
      direction: ['Call Type', 'CallType'],
      outcome: ['Call Result', 'CallDisposition'],
      status: ['Status'],
      seconds: ['Call Duration', 'CallDurationInSeconds', 'Call Duration (seconds)'],
      title: ['Subject'],
      note: ['Full Comments', 'Comments', 'Description'],
    }),
  },
  bank: { as: 'payments', columns: [] },
};

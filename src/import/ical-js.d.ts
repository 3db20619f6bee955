/** What is used of ical.js; the package does not name its types where they are looked for. */
declare module 'ical.js' {
  /** Rules how the properties of one kind of file are read. */
  export interface DesignSet {
    readonly property: object;
  }

  export class Timezone {
    static readonly localTimezone: Timezone;
    readonly tzid: string;
  }

  export class Time {
    readonly year: number;
    readonly month: number;
    readonly day: number;
    readonly hour: number;
    readonly minute: number;
    readonly second: number;
    readonly isDate: boolean;
    readonly zone: Timezone | null;
    clone(): Time;
    /** Seconds since 1970; a time without a zone is taken for UTC. */
    toUnixTime(): number;
  }

  export class Duration {
    toSeconds(): number;
  }

  export class Period {
    readonly start: Time;
  }

  export class RecurIterator {
    completed: boolean;
    next(): Time | null;
    check_contracting_rules(): boolean;
  }

  export class Recur {
    readonly freq: string;
    iterator(start: Time): RecurIterator;
  }

  export class Property {
    readonly name: string;
    /** `date`, `date-time`, `text` … */
    readonly type: string;
    getParameter(name: string): string | readonly string[] | undefined;
    /** Decoded where it has a type of its own; throws where it cannot be. */
    getFirstValue(): unknown;
    getValues(): readonly unknown[];
    toJSON(): readonly unknown[];
  }

  export class Component {
    readonly name: string;
    constructor(jCal: readonly unknown[]);
    getAllSubcomponents(name: string): readonly Component[];
    getAllProperties(name: string): readonly Property[];
    getFirstProperty(name: string): Property | null;
    hasProperty(name: string): boolean;
  }

  interface Ical {
    readonly Component: typeof Component;
    readonly design: { getDesignSet(component: string): DesignSet };
    readonly parse: {
      /** One line, unfolded, as jCal: name, parameters, type, values. Throws where it is none. */
      property(line: string, design: DesignSet): readonly unknown[];
    };
  }

  const ical: Ical;
  export default ical;
}

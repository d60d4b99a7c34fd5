/** One mail's content, in plain words: the layout gives it its looks. */
export interface Letter {
  subject: string;
  title: string;
  paragraphs: string[];
  /** Facts to be found at a glance: "When", "Thu 26 Nov, 16:00–16:50 (London time)". */
  facts?: [term: string, ...lines: string[]][];
  /** Dates of several visits, each with the lines that belong to it alone. */
  list?: { term: string; items: { id: string; day: string; time: string; more: string[] }[]; rest?: string };
  /** The one action of a mail. Its address stands below it in words, too. */
  button?: { label: string; url: string };
  /** Small print below the button. */
  notes?: string[];
}

/** The clinic's frame around every letter. */
export interface Frame {
  locale: string;
  clinic: { name: string; logoUrl?: string; phone?: string; address?: string };
  words: {
    /** Before the button's address. */
    orOpen: string;
    phone: string;
    address: string;
    automatic: string;
  };
}

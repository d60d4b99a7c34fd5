/** What one mail says, as plain text: the layout gives it its looks. */
export interface Letter {
  subject: string;
  title: string;
  paragraphs: string[];
  /** What is to be found at a glance: "When", "Thu 26 Nov, 16:00–16:50 (London time)". */
  facts?: [term: string, ...lines: string[]][];
  /** Many of a kind: the dates of visits, each with what else is to be known of it. */
  list?: { term: string; items: { id: string; day: string; time: string; more: string[] }[]; rest?: string };
  /** The one thing to do. Its address stands below it in words, too. */
  button?: { label: string; url: string };
  /** What need not be read, below the button. */
  notes?: string[];
}

/** What every mail of the clinic carries besides. */
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

/** A mail as maildev's REST API tells of it, as far as tests look at it. */
export interface ReceivedMail {
  id: string;
  subject: string;
  text: string;
  html: string;
  from: { name: string; address: string }[];
  to: { name: string; address: string }[];
  headers: Record<string, string>;
  attachments: { contentType: string; fileName: string; generatedFileName: string }[];
}

const PATIENCE_MS = 10_000;
const soon = () => new Promise((resolve) => setTimeout(resolve, 50));

/** The inbox of the mail server under test: `inject('mail').inboxUrl` in vitest, `stackUnderTest().inboxUrl` in Playwright. */
export function inboxAt(inboxUrl: string) {
  /** The mails that have come for an address by now, oldest first. */
  async function mailsNow(address: string): Promise<ReceivedMail[]> {
    const answer = await fetch(`${inboxUrl}/email?${new URLSearchParams({ 'to.address': address })}`);
    const mails = (await answer.json()) as (ReceivedMail & { attachments: ReceivedMail['attachments'] | null })[];
    return mails.map((mail) => ({ ...mail, attachments: mail.attachments ?? [] }));
  }
  /** The mails for an address, oldest first, once there are `count`. @throws when fewer come in time */
  async function mailsTo(address: string, count = 1): Promise<ReceivedMail[]> {
    for (const end = Date.now() + PATIENCE_MS; ; await soon()) {
      const mails = await mailsNow(address);
      if (mails.length >= count) return mails;
      if (Date.now() > end) throw new Error(`${mails.length} of ${count} mails came for ${address}`);
    }
  }
  return {
    mailsNow,
    mailsTo,
    /** The newest for an address, once there are `count`. */
    async lastMailTo(address: string, count = 1): Promise<ReceivedMail> {
      return (await mailsTo(address, count)).at(-1) as ReceivedMail;
    },
    /** A mail as it went over the wire: headers, parts and all. */
    source: async ({ id }: Pick<ReceivedMail, 'id'>) => (await fetch(`${inboxUrl}/email/${id}/source`)).text(),
    /** The text of the attachment of this name. @throws when there is none */
    async attachment({ id, attachments }: Pick<ReceivedMail, 'id' | 'attachments'>, name: string) {
      const found = attachments.find(({ fileName }) => fileName === name);
      if (!found) throw new Error(`no ${name} is attached`);
      return (await fetch(`${inboxUrl}/email/${id}/attachment/${found.generatedFileName}`)).text();
    },
  };
}

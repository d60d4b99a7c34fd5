import { createTransport, type Transporter } from 'nodemailer';
import { settings } from '@/lib/platform/settings';

interface CalendarObject {
  method: 'REQUEST' | 'CANCEL';
  content: string;
}

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  /** `<…@host>`; unset: a new one. */
  messageId?: string;
  /** A calendar's invitation (RFC 6047) that goes with it. */
  invitation?: CalendarObject;
  /** Several, of as many visits: a file each, since an invitation is about one event (RFC 5546, 3.2). */
  invitations?: (CalendarObject & { filename: string })[];
}

/** The server did not take a mail. Its own words stay behind: they quote addresses, and errors are logged. */
export class MailError extends Error {
  override name = 'MailError';
}

/** A job that sends ends well before stuck jobs are given to others (jobs.ts). */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

let transport: { url: string; to: Transporter } | undefined;

function transporter(): Transporter {
  const { smtpUrl } = settings().mail;
  if (transport?.url !== smtpUrl) {
    const to = createTransport({ ...PATIENCE, url: smtpUrl });
    transport = { url: smtpUrl, to };
  }
  return transport.to;
}

/** Hands one mail to the server that SMTP_URL names. @throws MailError when the server does not take it */
export async function sendMail({
  to,
  subject,
  html,
  text,
  messageId,
  invitation,
  invitations = [],
}: Mail): Promise<void> {
  const message = {
    from: settings().mail.from,
    ...{ to, subject, html, text, messageId },
    // Machines need not answer it, and must not read along.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(invitation ? { icalEvent: { ...invitation, filename: 'invitation.ics' } } : {}),
    attachments: invitations.map(({ method, content, filename }) => ({
      ...{ filename, content, contentType: `text/calendar; charset=utf-8; method=${method}` },
    })),
  };
  try {
    await transporter().sendMail(message);
  } catch (error) {
    const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
    throw new MailError(`the mail server did not take it: ${[code, responseCode].filter(Boolean).join(' ')}`);
  }
}

import { createTransport, type Transporter } from 'nodemailer';
import { settings } from '@/lib/platform/settings';

export interface Mail {
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  /** A calendar's invitation (RFC 6047) that goes with it. */
  invitation?: { method: 'REQUEST' | 'CANCEL'; content: string };
}

let transport: { url: string; to: Transporter } | undefined;

function transporter(): Transporter {
  const { smtpUrl } = settings().mail;
  if (transport?.url !== smtpUrl) transport = { url: smtpUrl, to: createTransport(smtpUrl) };
  return transport.to;
}

/** Hands one mail to the server that SMTP_URL names. @throws when the server does not take it */
export async function sendMail({ to, subject, html, text, invitation }: Mail): Promise<void> {
  await transporter().sendMail({
    from: settings().mail.from,
    ...{ to, subject, html, text },
    // Machines need not answer it, and must not read along.
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(invitation ? { icalEvent: { ...invitation, filename: 'invitation.ics' } } : {}),
  });
}

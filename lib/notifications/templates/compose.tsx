import { render } from '@react-email/components';
import type { Mail } from '@/lib/adapters/mail';
import { Layout } from './layout';
import type { Frame, Letter } from './letter';

/** A letter as plain text, for readers without HTML. */
function asText({ title, paragraphs, list, facts = [], button, notes = [] }: Letter, { clinic, words }: Frame): string {
  const blocks = [
    title,
    ...paragraphs,
    ...facts.map(([term, ...lines]) => `${term}\n${lines.join('\n')}`),
    ...(list ? [listAsText(list)] : []),
    ...(button ? [`${button.label}:\n${button.url}`] : []),
    ...notes,
    // RFC 3676: what follows is a signature.
    ['-- ', clinic.name, clinic.phone && words.phone, clinic.address && words.address, words.automatic]
      .filter(Boolean)
      .join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const listAsText = ({ term, items, rest }: NonNullable<Letter['list']>) =>
  [
    term,
    ...items.flatMap(({ day, time, more }) => [`- ${day}, ${time}`, ...more.map((text) => `  ${text}`)]),
    ...(rest ? [rest] : []),
  ].join('\n');

/** A letter as HTML and as plain text. */
export async function compose(letter: Letter, frame: Frame): Promise<Pick<Mail, 'subject' | 'html' | 'text'>> {
  return {
    subject: letter.subject,
    html: await render(<Layout letter={letter} frame={frame} />),
    text: asText(letter, frame),
  };
}

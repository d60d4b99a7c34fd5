import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';

/** Arguments of the sentence that names the address. */
type Address = {
  email: string;
  strong: (chunks: ReactNode) => ReactNode;
};

export interface SentProps {
  email: string;
  sent: (address: Address) => ReactNode;
  /** Advice for when no mail comes. */
  help: string;
  /** Leads back to the form. */
  again: string;
  onAgain: () => void;
}

const strong = (chunks: ReactNode) => <strong className="wrap-anywhere">{chunks}</strong>;

/** The answer to a form that sends a mail: that one is on its way. It says the same whatever address was typed. */
export function Sent({ email, sent, help, again, onAgain }: SentProps) {
  const t = useTranslations('form');
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="grid gap-4">
      <MailCheck aria-hidden className="size-10 text-ok" />
      <h1 ref={title} tabIndex={-1} className="outline-none">
        {t('sentTitle')}
      </h1>
      <p>{sent({ email, strong })}</p>
      <p className="text-ink-2">{help}</p>
      <button type="button" className="button" onClick={onAgain}>
        {again}
      </button>
    </div>
  );
}

import { Phone } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { telephone } from '@/components/ui/contact';

/** The clinic's phone number, where the clinic has one. */
export function CallUs({ phone }: { phone: string | null }) {
  const t = useTranslations('call.words');
  if (!phone) return null;
  return (
    <a className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4" href={telephone(phone)}>
      <Phone aria-hidden className="size-5 shrink-0" />
      {t('callUs', { phone })}
    </a>
  );
}

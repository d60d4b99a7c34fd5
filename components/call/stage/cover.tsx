import { useTranslations } from 'next-intl';
import { CallUs } from '@/components/call/endings/call-us';
import type { Link } from '@/components/call/session/states';

/** Over the stage while there is no connection; the controls stay in reach. */
export function Cover({ link, phone }: { link: Link; phone: string | null }) {
  const t = useTranslations('call.words.call');
  return (
    <div
      role="status"
      className="absolute inset-0 grid place-content-center justify-items-center gap-3 bg-[rgb(18_16_25/0.86)] p-6 text-center"
    >
      <span aria-hidden className="size-9 animate-spin rounded-full border-4 border-stage-line border-t-on-stage" />
      <p className="text-xl font-semibold">{t(link === 'connecting' ? 'connecting' : 'restoring')}</p>
      {link === 'restoring' && <CallUs phone={phone} />}
    </div>
  );
}

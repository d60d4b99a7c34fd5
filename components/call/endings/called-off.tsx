import { useTranslations } from 'next-intl';
import type { CalledOff } from '@/components/call/props';

/** Who called an appointment off, and in what words. */
export function WhoCalledOff({ did, note }: Pick<CalledOff, 'did' | 'note'>) {
  const t = useTranslations('call.words.calledOff');
  return (
    <>
      {did && <p>{t(did.what, did)}</p>}
      {note && (
        <blockquote className="wrap-anywhere whitespace-pre-line border-l-2 border-line pl-4">
          {t('note', { note })}
        </blockquote>
      )}
    </>
  );
}

'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { MediaState } from '@/components/call/devices/local-media';
import { mediaProblem } from '@/components/call/devices/media-problem';
import { CallUs } from '@/components/call/endings/call-us';

interface MediaHelpProps {
  media: MediaState;
  /** Name of whoever is met in the call. */
  name: string;
  phone: string | null;
  onRetry: () => void;
}

/** The trouble with camera and microphone and the way on, in place of an error. */
export function MediaHelp({ media, name, phone, onRetry }: MediaHelpProps) {
  const t = useTranslations('call.words');
  const problems = mediaProblem(media);
  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {problems.map((problem) => (
        <section
          key={problem}
          data-media-problem={problem}
          className="grid gap-2 rounded-m bg-wait-wash p-4 text-[17px]"
        >
          <h2 className="flex items-start gap-2 text-wait">
            <TriangleAlert aria-hidden className="mt-0.5 size-5.5 shrink-0" />
            {t(`media.${problem}.title`)}
          </h2>
          <p>
            {t(`media.${problem}.text`, { name })}{' '}
            {t.has(`media.${problem}.door` as never) && t(`media.${problem}.door` as never, { name } as never)}
          </p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <button type="button" className="button button-small" onClick={onRetry}>
              {t('tryAgain')}
            </button>
            <a className="inline-flex min-h-11 items-center underline underline-offset-4" href="/help">
              {t('help')}
            </a>
            <CallUs phone={phone} />
          </div>
        </section>
      ))}
    </div>
  );
}

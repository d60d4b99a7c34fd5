'use client';

import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { mediaProblem } from '@/components/call/devices/media-problem';
import { useStore } from '@/components/call/session/use-store';

interface DeviceTroubleProps {
  media: LocalMedia;
  /** Those who are there to be seen and heard by. */
  people: readonly { name: string }[];
  onClose: () => void;
}

/** Why camera or microphone did not start in the call, and what to do about it; it goes when they do, or when it is closed. */
export function DeviceTrouble({ media, people, onClose }: DeviceTroubleProps) {
  const t = useTranslations('call.words');
  const name = useFormatter().list(people.map(({ name }) => name));
  const state = useStore(media.store);
  const problems = mediaProblem(state);
  const isUnsent = [state.camera, state.microphone].some(({ problem }) => problem === 'unsent');
  if (problems.length === 0 && !isUnsent) return null;
  return (
    <div
      role="status"
      className="flex basis-full flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-m bg-stage-2 px-4 py-2"
    >
      <p>
        {problems.map((problem) => (
          <span key={problem}>
            <b>{t(`media.${problem}.title`)}.</b> {t(`media.${problem}.text`, { name })}{' '}
          </span>
        ))}
        {isUnsent && t('call.trouble.setting')}
      </p>
      <button type="button" className="min-h-11 px-2 font-semibold underline" onClick={() => void media.open()}>
        {t('tryAgain')}
      </button>
      <button
        type="button"
        aria-label={t('call.closeTrouble')}
        className="grid size-11 place-items-center rounded-(--radius-s) hover:bg-stage-line"
        onClick={onClose}
      >
        <X aria-hidden className="size-5.5" />
      </button>
    </div>
  );
}

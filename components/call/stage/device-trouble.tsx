'use client';

import { X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Trouble } from '@/components/call/controls/controls';
import { useLostDevices } from '@/components/call/controls/use-lost-devices';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { mediaProblem } from '@/components/call/devices/media-problem';
import { useStore } from '@/components/call/session/use-store';

interface DeviceTroubleProps {
  media: LocalMedia;
  /** Those who are there to be seen and heard by. */
  people: readonly { name: string }[];
  /** Whether it is to be told: not after it was closed. */
  shown: boolean;
  /** Hears of a device that went by itself. */
  onTrouble: (what: Trouble) => void;
  onClose: () => void;
}

/** Why camera or microphone did not start in the call, and what to do about it; it goes when they do, or when it is closed. */
export function DeviceTrouble({ media, people, onTrouble, onClose, ...props }: DeviceTroubleProps) {
  const t = useTranslations('call.words');
  // Its code may come with the trouble: the region is there first, and what comes in it then is read.
  const [isThere, setIsThere] = useState(false);
  useEffect(() => setIsThere(true), []);
  const shown = isThere && props.shown;
  const name = useFormatter().list(people.map(({ name }) => name));
  const state = useStore(media.store);
  useLostDevices(media, onTrouble);
  const problems = shown ? mediaProblem(state) : [];
  const isUnsent = shown && [state.camera, state.microphone].some(({ problem }) => problem === 'unsent');
  const isTold = problems.length > 0 || isUnsent;
  return (
    <div
      className={
        isTold
          ? 'flex basis-full flex-wrap items-center justify-center gap-x-3 gap-y-1 rounded-m bg-stage-2 px-4 py-2'
          : 'absolute'
      }
    >
      {/* There before its words, and without the buttons: what comes in it is read. */}
      <p role="status">
        {problems.map((problem) => (
          <span key={problem}>
            <b>{t(`media.${problem}.title`)}.</b> {t(`media.${problem}.text`, { name })}{' '}
          </span>
        ))}
        {isUnsent && t('call.trouble.setting')}
      </p>
      {isTold && (
        <>
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
        </>
      )}
    </div>
  );
}

'use client';

import { ArrowLeft, Video } from 'lucide-react';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { useId } from 'react';
import { sendingOf } from '@/components/call/devices/device-owner';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { mediaProblem } from '@/components/call/devices/media-problem';
import { namesBut } from '@/components/call/people/people';
import type { CallProps } from '@/components/call/props';
import { useStore } from '@/components/call/session/use-store';
import css from './door.module.css';
import { LevelMeter } from './level-meter';
import { MediaHelp } from './media-help';
import { MediaSelect } from './media-select';
import { Mirror } from './mirror';
import { SoundSection } from './sound/sound-section';
import { Toggle } from './toggle';
import type { There } from './use-there';

interface PrejoinProps extends CallProps {
  media: LocalMedia;
  /** True once a click is answered: not before the page is alive. */
  ready: boolean;
  there: There;
  onJoin: () => void;
}

/** Before the door: a look in the mirror, the choice of devices, one button. */
export function Prejoin({ media, ready, there, onJoin, ...props }: PrejoinProps) {
  const { roster, me, when, from, clinic } = props;
  const t = useTranslations('call.words');
  const format = useFormatter();
  const title = useId();
  const name = format.list(namesBut(roster, me.id));
  const state = useStore(media.store);
  const { camera, microphone } = state;
  return (
    <main
      id="main"
      tabIndex={-1}
      // It is read where the focus comes back to it.
      aria-labelledby={title}
      data-call-state={ready ? 'prejoin' : 'checking'}
      className={`${css.door} mx-auto grid min-h-dvh max-w-7xl content-center gap-x-8 gap-y-4 p-4 outline-none md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] md:p-8`}
    >
      <Link href={from} className="link inline-flex min-h-11 items-center gap-2 justify-self-start md:col-span-2">
        <ArrowLeft aria-hidden className="size-5" />
        {t('back')}
      </Link>
      <div
        data-troubled={mediaProblem(state).length > 0 || undefined}
        className="relative aspect-[16/10] data-troubled:max-md:aspect-auto data-troubled:max-md:h-36 self-start overflow-hidden rounded-(--radius-l) bg-[linear-gradient(#3a4258,#272d3e)] text-white"
      >
        {camera.track ? (
          <Mirror track={camera.track} label={t('prejoin.mirror')} />
        ) : (
          <p className="grid size-full place-items-center px-6 pt-16 pb-20 text-center">
            {t(sendingOf(camera) === 'starting' ? 'prejoin.starting' : 'prejoin.cameraIsOff')}
          </p>
        )}
        <p className="absolute top-3 left-3 max-w-[calc(100%-1.5rem)] rounded-m bg-[rgb(18_16_25/0.72)] px-3 py-1 text-[15px] wrap-anywhere">
          {t('yourName', { name: me.name })}
        </p>
        <div className="absolute inset-x-0 bottom-3 flex justify-center gap-3">
          <Toggle device="microphone" media={media} disabled={!ready} />
          <Toggle device="camera" media={media} disabled={!ready} />
        </div>
      </div>
      <div className="grid gap-4 [&_:is(select,button,a,summary)]:scroll-mb-24">
        <p className="text-ink-2">
          {when} · {t('prejoin.with', { name })}
        </p>
        <h1 id={title}>{t('prejoin.title')}</h1>
        <p role="status" className="font-semibold empty:-mt-4">
          {[
            there.names.length > 0 && t('prejoin.there', { count: there.names.length, name: format.list(there.names) }),
            there.oneself && t('prejoin.oneself'),
          ]
            .filter(Boolean)
            .join(' ')}
        </p>
        <MediaHelp media={state} name={name} phone={clinic.phone} onRetry={() => void media.open()} />
        <button
          type="button"
          className={`${css.join} button button-go sticky bottom-3 z-10 w-full`}
          disabled={!ready}
          onClick={onJoin}
        >
          <Video aria-hidden className="size-5.5" />
          {t('prejoin.join')}
        </button>
        <p className="text-[17px] text-ink-2">{t('prejoin.reassure')}</p>
        <MediaSelect device="camera" media={media} />
        <MediaSelect device="microphone" media={media} />
        {microphone.track && (
          <LevelMeter track={microphone.track} label={t('prejoin.level')}>
            <p className="text-[17px] text-ink-2">{t('prejoin.levelHint')}</p>
          </LevelMeter>
        )}
        <SoundSection media={media} />
      </div>
    </main>
  );
}

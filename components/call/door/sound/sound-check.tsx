'use client';

import { Ear, Square, Volume2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { DeviceSelect } from '@/components/call/door/device-select';
import { useDevices } from '@/components/call/door/use-devices';
import { useStore } from '@/components/call/session/use-store';
import { useSecondTap } from '@/components/call/use-second-tap';
import { type SoundState, SoundTest } from './sound-test';

const RUNS = { sounding: 'notes', recording: 'echo', hearing: 'echo' } as const;
const runOf = ({ at }: SoundState) => (at in RUNS ? RUNS[at as keyof typeof RUNS] : null);

/** The choice of speaker, two notes on it, and one's own voice as the others hear it. */
export function SoundCheck({ media }: { media: LocalMedia }) {
  const t = useTranslations('call.words.sound');
  const [test] = useState(() => new SoundTest(media.microphone.store, media.memory));
  const [speaker, setSpeaker] = useState(test.speaker);
  useEffect(() => test.begin(), [test]);
  const state = useStore(test.store);
  const run = runOf(state);
  // The second tap of a double tap would stop what the first began.
  useSecondTap(run ?? 'none');
  const { track } = useStore(media.microphone.store);
  const canChoose = 'setSinkId' in HTMLMediaElement.prototype;
  const speakers = useDevices('audiooutput', track);

  function choose(deviceId: string) {
    setSpeaker(deviceId);
    void test.chooseSpeaker(deviceId);
  }

  return (
    <div className="grid gap-3 pt-2 pb-2 text-[17px]">
      <p className="text-ink-2">{t('hint')}</p>
      {canChoose && <DeviceSelect device="speaker" opened={track} value={speaker} onChoose={choose} />}
      <div className="flex flex-wrap gap-3">
        <RunButton
          name={t('play')}
          Icon={Volume2}
          running={run === 'notes'}
          disabled={run === 'echo'}
          onStart={test.sound}
          onStop={test.stop}
        />
        <RunButton
          name={t('hear')}
          Icon={Ear}
          running={run === 'echo'}
          disabled={run === 'notes'}
          onStart={test.echo}
          onStop={test.stop}
        />
      </div>
      {state.at === 'recording' && (
        // Read out once, below; not every second.
        <p aria-hidden className="font-semibold tabular-nums">
          {t('countdown', { left: state.left })}
        </p>
      )}
      <p role="status" className="empty:-mt-3">
        <Said at={state.at} choice={canChoose && speakers.length > 1 ? 'yes' : 'no'} />
      </p>
    </div>
  );
}

interface RunButtonProps {
  name: string;
  Icon: typeof Square;
  running: boolean;
  disabled: boolean;
  onStart: () => Promise<void>;
  onStop: () => void;
}

/** Starts something, and stops it: one button, so that the focus stays. */
function RunButton({ name, Icon, running, disabled, onStart, onStop }: RunButtonProps) {
  const t = useTranslations('call.words.sound');
  const Sign = running ? Square : Icon;
  return (
    <button
      type="button"
      className="button button-small scroll-mb-24 disabled:opacity-60"
      disabled={disabled}
      onClick={() => (running ? onStop() : void onStart())}
    >
      <Sign aria-hidden className="size-5 shrink-0" />
      {running ? t('stop') : name}
    </button>
  );
}

/** What is so, in words. Nothing while the notes sound: a screen reader would speak over them. */
function Said({ at, choice }: { at: SoundState['at']; choice: 'yes' | 'no' }) {
  const t = useTranslations('call.words.sound.said');
  if (at === 'ready' || at === 'sounding') return null;
  if (at === 'recording') return <span className="sr-only">{t(at)}</span>;
  return t(at, { choice });
}

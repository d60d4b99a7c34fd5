'use client';

import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Device } from '@/components/call/devices/devices';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { useStore } from '@/components/call/session/use-store';

interface ToggleProps {
  device: Device;
  media: LocalMedia;
  disabled: boolean;
}

/** Camera or microphone on or off before the call. */
export function Toggle({ device, media, disabled }: ToggleProps) {
  const t = useTranslations('call.words.prejoin');
  const { on: wanted, live, problem } = useStore(media[device].store);
  const isStarting = wanted && !live && !problem;
  const on = live || isStarting;
  const icons = device === 'camera' ? [VideoOff, Video] : [MicOff, Mic];
  const Icon = icons[Number(on)] ?? Video;
  const label = t(`${device}${isStarting ? 'Starting' : live ? 'Off' : 'On'}`);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => void media[device].toggle()}
      className={`grid size-14 place-items-center rounded-full ${isStarting ? 'opacity-70' : ''} ${on ? 'bg-[rgb(18_16_25/0.78)] text-white' : 'bg-[#c62b40] text-white'}`}
    >
      <Icon aria-hidden className="size-6" />
    </button>
  );
}

'use client';

import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { Device } from '@/components/call/devices/devices';
import type { LocalMedia } from '@/components/call/devices/local-media';

interface ToggleProps {
  device: Device;
  on: boolean;
  media: LocalMedia;
  disabled: boolean;
}

/** Camera or microphone on or off before the call. */
export function Toggle({ device, on, media, disabled }: ToggleProps) {
  const t = useTranslations('call.words.prejoin');
  const icons = device === 'camera' ? [VideoOff, Video] : [MicOff, Mic];
  const Icon = icons[Number(on)] ?? Video;
  const label = t(`${device}${on ? 'Off' : 'On'}`);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => void media.toggle(device, !on)}
      className={`grid size-14 place-items-center rounded-full ${on ? 'bg-[rgb(18_16_25/0.78)] text-white' : 'bg-[#c62b40] text-white'}`}
    >
      <Icon aria-hidden className="size-6" />
    </button>
  );
}

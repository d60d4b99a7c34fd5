'use client';

import { Mic, MicOff, Video, VideoOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { sendingOf } from '@/components/call/devices/device-owner';
import type { Device } from '@/components/call/devices/devices';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { useStore } from '@/components/call/session/use-store';

interface ToggleProps {
  device: Device;
  media: LocalMedia;
  disabled: boolean;
}

/** What a press does, or what is being done. */
const WORDS = { on: 'Off', off: 'On', starting: 'Starting' } as const;

/** Camera or microphone on or off before the call. */
export function Toggle({ device, media, disabled }: ToggleProps) {
  const t = useTranslations('call.words.prejoin');
  const sending = sendingOf(useStore(media[device].store));
  const isOff = sending === 'off';
  const [On, Off] = device === 'camera' ? [Video, VideoOff] : [Mic, MicOff];
  const Icon = isOff ? Off : On;
  const label = t(`${device}${WORDS[sending]}`);
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={() => void media[device].toggle()}
      className={`grid size-14 place-items-center rounded-full text-white ${sending === 'starting' ? 'opacity-70' : ''} ${isOff ? 'bg-[#c62b40]' : 'bg-[rgb(18_16_25/0.78)]'}`}
    >
      <Icon aria-hidden className="size-6" />
    </button>
  );
}

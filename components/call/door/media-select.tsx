'use client';

import { useTranslations } from 'next-intl';
import type { Device } from '@/components/call/devices/devices';
import type { LocalMedia } from '@/components/call/devices/local-media';
import { told } from '@/components/call/devices/media-problem';
import { useStore } from '@/components/call/session/use-store';
import { DeviceSelect } from './device-select';

interface MediaSelectProps {
  device: Device;
  media: LocalMedia;
  className?: string;
  /** Says what is wrong with it: where nothing else does. */
  explains?: boolean;
}

/** The choice of camera or microphone, with the one in use, and a word where that is not the one that was chosen. */
export function MediaSelect({ device, media, className, explains }: MediaSelectProps) {
  const t = useTranslations('call.words');
  const state = useStore(media[device].store);
  const { track, instead } = state;
  const problem = explains ? told(state) : null;
  return (
    <div className="grid gap-1.5 text-[17px] has-[p:only-child:empty]:hidden">
      <DeviceSelect
        device={device}
        opened={track}
        value={track?.getSettings().deviceId ?? media.choices()[device]}
        className={className}
        onChoose={(id) => void media.choose(device, id)}
      />
      <p role="status" className="empty:hidden">
        {instead && t(`devices.instead.${device}`, { name: track?.label ?? '' })}
        {problem && t(`media.${problem}_${device}.title`)}
      </p>
    </div>
  );
}

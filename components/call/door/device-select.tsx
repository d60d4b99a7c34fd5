'use client';

import { useTranslations } from 'next-intl';
import { useDevices } from './use-devices';

const KINDS = { camera: 'videoinput', microphone: 'audioinput', speaker: 'audiooutput' } as const;

interface DeviceSelectProps {
  device: keyof typeof KINDS;
  value: string | undefined;
  /** Changes when a device opens: the names may be there now. */
  opened?: unknown;
  className?: string;
  onChoose: (deviceId: string) => void;
}

/** A choice of device; nothing while there is none to choose from. */
export function DeviceSelect({ device, value, opened, className, onChoose }: DeviceSelectProps) {
  const t = useTranslations('call.words.devices');
  const devices = useDevices(KINDS[device], opened);
  if (devices.length === 0) return null;
  const known = devices.some(({ deviceId }) => deviceId === value);
  return (
    <label className="grid gap-1.5 text-[17px] font-semibold">
      {t(device)}
      <select
        className={`field truncate font-medium ${className ?? ''}`}
        value={known ? value : ''}
        onChange={(event) => onChoose(event.target.value)}
      >
        {/* What is not in use must be there to be chosen: the browser takes one of them by itself. */}
        {!known && <option value="">{t('standard')}</option>}
        {devices.map(({ deviceId, label }, index) => (
          <option key={deviceId} value={deviceId}>
            {label || t(`unnamed.${device}`, { n: index + 1 })}
          </option>
        ))}
      </select>
    </label>
  );
}

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
  /** The chosen device is not there, and another is used. */
  instead?: boolean;
  onChoose: (deviceId: string) => void;
}

/** A choice of device; nothing while there is none to choose from. */
export function DeviceSelect({ device, value, opened, className, instead = false, onChoose }: DeviceSelectProps) {
  const t = useTranslations('call.words.devices');
  const devices = useDevices(KINDS[device], opened);
  if (devices.length === 0) return null;
  const known = devices.some(({ deviceId }) => deviceId === value);
  const name = devices.find(({ deviceId }) => deviceId === value)?.label ?? '';
  return (
    <div className="grid gap-1.5 text-[17px]">
      <label className="grid gap-1.5 font-semibold">
        {t(device)}
        <select
          className={`field truncate font-medium ${className ?? ''}`}
          value={known ? value : devices[0]?.deviceId}
          onChange={(event) => onChoose(event.target.value)}
        >
          {devices.map(({ deviceId, label }, index) => (
            <option key={deviceId} value={deviceId}>
              {label || t(`unnamed.${device}`, { n: index + 1 })}
            </option>
          ))}
        </select>
      </label>
      {device !== 'speaker' && (
        <p role="status" className="empty:hidden">
          {instead && t(`instead.${device}`, { name })}
        </p>
      )}
    </div>
  );
}

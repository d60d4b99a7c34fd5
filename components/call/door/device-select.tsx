'use client';

import { useDevices } from './use-devices';

interface DeviceSelectProps {
  kind: MediaDeviceKind;
  label: string;
  /** The name of a device without one, by its number: "Camera 2". */
  unnamed: (n: number) => string;
  value: string | undefined;
  /** Changes when a device opens: the names may be there now. */
  opened?: unknown;
  className?: string;
  onChoose: (deviceId: string) => void;
}

/** A choice of device; nothing while there is none to choose from. */
export function DeviceSelect({ kind, label, unnamed, value, opened, className, onChoose }: DeviceSelectProps) {
  const devices = useDevices(kind, opened);
  if (devices.length === 0) return null;
  const known = devices.some(({ deviceId }) => deviceId === value);
  return (
    <label className="grid gap-1.5 text-[17px] font-semibold">
      {label}
      <select
        className={`field truncate font-medium ${className ?? ''}`}
        value={known ? value : devices[0]?.deviceId}
        onChange={(event) => onChoose(event.target.value)}
      >
        {devices.map((device, index) => (
          <option key={device.deviceId} value={device.deviceId}>
            {device.label || unnamed(index + 1)}
          </option>
        ))}
      </select>
    </label>
  );
}

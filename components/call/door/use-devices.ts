import { useEffect, useState } from 'react';

/** The devices of a kind. Names come with the permission, so `opened` (anything that changes when a device opens) asks again. */
export function useDevices(kind: MediaDeviceKind, opened?: unknown): MediaDeviceInfo[] {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `opened` is the moment to ask again, not something to read.
  useEffect(() => {
    let gone = false;
    const list = () =>
      navigator.mediaDevices?.enumerateDevices().then(
        (all) => gone || setDevices(all.filter((device) => device.kind === kind && device.deviceId)),
        () => {},
      );
    void list();
    navigator.mediaDevices?.addEventListener('devicechange', list);
    return () => {
      gone = true;
      navigator.mediaDevices?.removeEventListener('devicechange', list);
    };
  }, [kind, opened]);
  return devices;
}

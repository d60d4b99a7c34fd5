'use client';

import { useRoomContext } from '@livekit/components-react';
import { RoomEvent } from 'livekit-client';
import { SwitchCamera } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useSyncExternalStore } from 'react';
import type { LocalTracks, Quality } from '@/components/call/devices/local-tracks';
import { DeviceSelect } from '@/components/call/door/device-select';
import { MediaSelect } from '@/components/call/door/media-select';
import { useDevices } from '@/components/call/door/use-devices';
import { useStore } from '@/components/call/session/use-store';
import { Check } from './check';
import { Panel } from './panel';
import { Shortcuts } from './shortcuts';
import type { Keys } from './use-controls';

interface MorePanelProps {
  tracks: LocalTracks;
  keys: Keys;
  /** The switch of the own picture. */
  self: { shown: boolean; show: (shown: boolean) => void };
  /** Buttons that the dock has no room for. */
  children: React.ReactNode;
  onFailed: () => void;
  onClose: () => void;
}

const QUALITIES: Quality[] = ['auto', 'high', 'low'];
const DARK = 'border-on-stage-2 bg-stage text-on-stage';

export function MorePanel({ tracks, keys, self, children, onFailed, onClose }: MorePanelProps) {
  const quality = useStore(tracks.quality);
  const t = useTranslations('call.words.more');
  return (
    <Panel title={t('title')} close={t('close')} onClose={onClose}>
      <div className="grid min-h-0 content-start gap-4 overflow-y-auto px-4 pt-1 pb-4">
        <div className="grid grid-cols-2 gap-2 empty:hidden">{children}</div>
        <FlipButton tracks={tracks} />
        <MediaSelect device="camera" media={tracks.media} className={DARK} explains />
        <MediaSelect device="microphone" media={tracks.media} className={DARK} explains />
        <Check
          label={t('takesNew')}
          checked={tracks.media.choices().takesNew ?? false}
          onChange={(takesNew) => tracks.media.memory.choose({ takesNew })}
        />
        {'setSinkId' in HTMLMediaElement.prototype && <SpeakerSelect tracks={tracks} onFailed={onFailed} />}
        <div className="grid">
          <Check label={t('showSelf')} checked={self.shown} onChange={self.show} />
          <Check
            label={t('chime')}
            checked={tracks.media.choices().chime ?? false}
            onChange={(chime) => tracks.media.memory.choose({ chime })}
          />
        </div>
        <label className="grid gap-1.5 font-semibold">
          {t('quality')}
          <select
            className={`field font-medium ${DARK}`}
            value={quality}
            onChange={(event) => void tracks.setQuality(event.target.value as Quality).catch(onFailed)}
          >
            {QUALITIES.map((value) => (
              <option key={value} value={value}>
                {t(value)}
              </option>
            ))}
          </select>
        </label>
        <Shortcuts keys={keys} />
      </div>
    </Panel>
  );
}

/** The choice of speaker, with the one in use: LiveKit may take another when one is pulled out. */
function SpeakerSelect({ tracks, onFailed }: Pick<MorePanelProps, 'tracks' | 'onFailed'>) {
  const room = useRoomContext();
  const subscribe = useCallback(
    (onChange: () => void) => {
      room.on(RoomEvent.ActiveDeviceChanged, onChange);
      return () => void room.off(RoomEvent.ActiveDeviceChanged, onChange);
    },
    [room],
  );
  const used = useSyncExternalStore(
    subscribe,
    () => room.getActiveDevice('audiooutput'),
    () => undefined,
  );
  return (
    <DeviceSelect
      device="speaker"
      value={used}
      className={DARK}
      onChoose={(id) => void tracks.chooseSpeaker(id).catch(onFailed)}
    />
  );
}

function FlipButton({ tracks }: { tracks: LocalTracks }) {
  const t = useTranslations('call.words.more');
  const cameras = useDevices('videoinput');
  if (cameras.length < 2 || !matchMedia('(pointer: coarse)').matches) return null;
  return (
    <button
      type="button"
      className="button border-on-stage-2 bg-stage text-on-stage"
      onClick={() => void tracks.flip()}
    >
      <SwitchCamera aria-hidden className="size-5.5 shrink-0" />
      {t('flip')}
    </button>
  );
}

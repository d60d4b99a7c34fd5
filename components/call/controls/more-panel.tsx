'use client';

import { useRoomContext } from '@livekit/components-react';
import { SwitchCamera } from 'lucide-react';
import type { LocalTracks, Quality } from '@/components/call/devices/local-tracks';
import { DeviceSelect } from '@/components/call/door/device-select';
import { useDevices } from '@/components/call/door/use-devices';
import { useStore } from '@/components/call/session/use-store';
import type { CallWords } from '@/components/call/words';
import { Panel } from './panel';

interface MorePanelProps {
  tracks: LocalTracks;
  words: CallWords;
  /** Buttons that the dock has no room for on a phone. */
  children: React.ReactNode;
  onFailed: () => void;
  onClose: () => void;
}

const QUALITIES: Quality[] = ['auto', 'high', 'low'];
const DARK = 'border-on-stage-2 bg-stage text-on-stage';

export function MorePanel({ tracks, words, children, onFailed, onClose }: MorePanelProps) {
  const room = useRoomContext();
  const quality = useStore(tracks.quality);
  const { more, prejoin } = words;
  const device = (kind: MediaDeviceKind) => room.getActiveDevice(kind);
  const choose = (kind: 'camera' | 'microphone' | 'speaker') => (id: string) =>
    void tracks.choose(kind, id).catch(onFailed);
  return (
    <Panel title={more.title} close={more.close} onClose={onClose}>
      <div className="grid min-h-0 content-start gap-4 overflow-y-auto px-4 pt-1 pb-4">
        <div className="grid grid-cols-2 gap-2 empty:hidden min-[45.01rem]:hidden">{children}</div>
        <FlipButton tracks={tracks} label={more.flip} onFailed={onFailed} />
        <DeviceSelect
          kind="videoinput"
          label={more.camera}
          unnamed={prejoin.defaultCamera}
          value={device('videoinput')}
          className={DARK}
          onChoose={choose('camera')}
        />
        <DeviceSelect
          kind="audioinput"
          label={more.microphone}
          unnamed={prejoin.defaultMicrophone}
          value={device('audioinput')}
          className={DARK}
          onChoose={choose('microphone')}
        />
        {'setSinkId' in HTMLMediaElement.prototype && (
          <DeviceSelect
            kind="audiooutput"
            label={more.speaker}
            unnamed={more.defaultSpeaker}
            value={device('audiooutput')}
            className={DARK}
            onChoose={choose('speaker')}
          />
        )}
        <label className="grid gap-1.5 font-semibold">
          {more.quality}
          <select
            className={`field font-medium ${DARK}`}
            value={quality}
            onChange={(event) => void tracks.setQuality(event.target.value as Quality).catch(onFailed)}
          >
            {QUALITIES.map((value) => (
              <option key={value} value={value}>
                {more[value]}
              </option>
            ))}
          </select>
        </label>
        <Shortcuts words={more} />
      </div>
    </Panel>
  );
}

function FlipButton({ tracks, label, onFailed }: { tracks: LocalTracks; label: string; onFailed: () => void }) {
  const cameras = useDevices('videoinput');
  if (cameras.length < 2 || !matchMedia('(pointer: coarse)').matches) return null;
  return (
    <button
      type="button"
      className="button border-on-stage-2 bg-stage text-on-stage"
      onClick={() => void tracks.flip().catch(onFailed)}
    >
      <SwitchCamera aria-hidden className="size-5.5 shrink-0" />
      {label}
    </button>
  );
}

function Shortcuts({ words }: { words: CallWords['more'] }) {
  const keys = [
    ['M', words.shortcutMute],
    ['V', words.shortcutCamera],
    ['Esc', words.shortcutClose],
  ] as const;
  return (
    <section>
      <h3 className="font-semibold">{words.shortcuts}</h3>
      <dl className="mt-1 grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-1.5">
        {keys.map(([key, text]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-(--radius-s) border border-on-stage-2 px-2 font-sans text-sm">{key}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

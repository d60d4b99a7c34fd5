'use client';

import { useEffect, useState } from 'react';
import type { DeviceProblem } from '@/components/call/devices/acquire';
import type { DeviceState } from '@/components/call/devices/device-owner';
import { browserDevices } from '@/components/call/devices/devices';
import { LocalMedia, type MediaState } from '@/components/call/devices/local-media';
import { Prejoin } from '@/components/call/door/prejoin';
import { namesBut } from '@/components/call/people/people';
import type { CallProps } from '@/components/call/props';
import { Memory } from '@/components/call/session/memory';
import type { DoorShow } from './door-shows';

const fresh: DeviceState = { on: true, track: null, live: false, arrived: false, problem: null, instead: false };
const memory = new Memory({ tab: () => sessionStorage, browser: () => localStorage });

function mediaOf(show: DoorShow): MediaState {
  if (show === 'everything off') {
    return { camera: { ...fresh, on: false }, microphone: { ...fresh, on: false } };
  }
  const [problem, device] = show.split(' ') as [DeviceProblem, string | undefined];
  const failed = { ...fresh, problem };
  return {
    camera: device === 'both' || device === 'camera' ? failed : fresh,
    microphone: device === 'both' || device === 'microphone' ? failed : fresh,
  };
}

/** The door of a call in one of its states; `ready` opens the real camera and microphone. */
export function DoorState({ show, ...props }: CallProps & { show: DoorShow }) {
  const [media] = useState(() => new LocalMedia(browserDevices, memory));
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (show === 'ready') void media.open();
    else for (const device of ['camera', 'microphone'] as const) media[device].store.set(mediaOf(show)[device]);
    setShown(true);
    return () => media.release();
  }, [media, show]);
  const ready = shown && show !== 'checking';
  const there = {
    names: show === 'everything off' ? namesBut(props.roster, props.me.id) : [],
    oneself: show === 'ready',
  };
  return <Prejoin {...props} media={media} ready={ready} there={there} onJoin={() => {}} />;
}

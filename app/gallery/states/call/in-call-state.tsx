'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { browserDevices } from '@/components/call/devices/devices';
import { LocalMedia } from '@/components/call/devices/local-media';
import type { ParticipantState } from '@/components/call/people/participants';
import type { CallProps } from '@/components/call/props';
import { Memory } from '@/components/call/session/memory';
import { openRoom } from '@/components/call/session/open-room';
import { browserPage } from '@/components/call/session/page';
import { InCall } from '@/components/call/stage/in-call';
import type { InCallShow } from './in-call-shows';

/** Keeps nothing: a state looks the same each time. */
const forgetful = { getItem: () => null, setItem: () => {}, removeItem: () => {} } as unknown as Storage;
const memory = new Memory({ tab: () => forgetful, browser: () => forgetful });

/** A call over a Room that never connects. */
const openCall = ({ appointmentId, me, roster }: CallProps) =>
  openRoom(
    {
      appointmentId,
      me: me.id,
      roster: () => roster.map(({ id }) => id),
      now: Date.now,
      opensAt: 0,
      closesAt: Number.POSITIVE_INFINITY,
      requestTicket: () => new Promise(() => {}),
      onRestoring: () => {},
      onEnd: () => {},
    },
    {
      memory,
      page: browserPage,
      media: new LocalMedia(browserDevices, memory),
    },
  );

const ANOTHER = { identity: '0198f2a0-0000-7000-8000-000000000009', name: 'Dr Ngozi Okonkwo-Blythe' };
const LONG = 'Since Monday, mostly in the evening; it goes away when I sit down. Donaudampfschifffahrtsgesellschaft.';

function peopleIn({ me, roster }: CallProps, show: InCallShow): ParticipantState[] {
  const doctor = roster.find(({ role }) => role === 'doctor');
  const of = (identity: string, name: string, more: Partial<ParticipantState>): ParticipantState => ({
    ...{
      identity,
      name,
      local: false,
      here: true,
      microphone: true,
      camera: true,
      sharing: false,
      quality: 'excellent',
    },
    ...more,
  });
  const self = of(me.id, me.name, { local: true, quality: show === 'poor' ? 'poor' : 'excellent' });
  if (show === 'connecting' || show === 'waiting') return [self];
  if (show === 'another doctor') return [self, of(ANOTHER.identity, ANOTHER.name, { camera: false })];
  const theirs: Partial<ParticipantState> = {
    microphone: show !== 'muted and off',
    camera: show === 'face',
    quality: show === 'lost' ? 'lost' : 'good',
  };
  return [self, of(doctor?.id ?? '', doctor?.name ?? '', theirs)];
}

/** The call's screen in one of its states, over a Room without a server. In the browser only, as the product's. */
export function InCallState(props: CallProps & { show: InCallShow }) {
  const [mounted, setMounted] = useState(false);
  useEffect(() => setMounted(true), []);
  return mounted && <Shown {...props} />;
}

function Shown({ show, ...props }: CallProps & { show: InCallShow }) {
  const [call] = useState(() => openCall(props));
  const t = useTranslations('call.words.dock');
  const frame = useRef<HTMLDivElement>(null);
  const [peer] = props.roster.filter(({ id }) => id !== props.me.id);
  const first = useRef(props);

  useEffect(() => {
    call.participants.store.set(peopleIn(first.current, show));
    const state = call.conversation.store.get();
    const said = ['chat', 'unread'].includes(show)
      ? [
          {
            id: '1',
            from: peer?.id ?? '',
            text: 'Good morning. Can you hear me well?',
            at: Date.now() - 60_000,
            to: [],
          },
          {
            ...{ id: '2', from: first.current.me.id, text: LONG, at: Date.now() - 30_000 },
            ...{ to: [peer?.id ?? ''], got: [peer?.id ?? ''] },
          },
          {
            ...{
              id: '3',
              from: first.current.me.id,
              text: 'https://clinic.example/leaflets/dizziness',
              at: Date.now() - 9_000,
            },
            ...{ to: [peer?.id ?? ''], got: [] },
          },
        ]
      : [];
    call.conversation.store.set({
      ...state,
      messages: said,
      unread: show === 'unread' ? 12 : 0,
      hands: new Set(show === 'hand' ? [peer?.id ?? '', first.current.me.id] : []),
      since: show === 'connecting' || show === 'waiting' ? null : Date.now() - 754_000,
    });
    const { camera, microphone } = call.tracks.media;
    camera.store.set({ ...camera.store.get(), on: false });
    const live = show !== 'muted and off';
    microphone.store.set({ ...microphone.store.get(), on: live, live, arrived: live });
    const panels: Partial<Record<InCallShow, string>> = {
      chat: t('chat'),
      'chat empty': t('chat'),
      more: t('more'),
      details: t('details'),
    };
    const name = panels[show];
    const buttons = [...(frame.current?.querySelectorAll('button') ?? [])];
    if (name)
      buttons.find((button) => button.textContent?.trim() === name && !button.ariaExpanded?.match('true'))?.click();
  }, [call, show, peer, t]);

  const link = show === 'connecting' || show === 'restoring' ? show : 'up';
  return (
    <div ref={frame}>
      <InCall {...props} call={call} link={link} onLeave={() => {}} />
    </div>
  );
}

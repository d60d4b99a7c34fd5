'use client';

import { useTracks, VideoTrack } from '@livekit/components-react';
import { Track } from 'livekit-client';
import { useFormatter, useTranslations } from 'next-intl';
import { type CSSProperties, memo } from 'react';
import type { Sending } from '@/components/call/devices/device-owner';
import { awaited, company, nameOf } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import type { Link } from '@/components/call/session/states';
import { useSelected } from '@/components/call/session/use-store';
import { initials } from '@/components/ui/names';
import css from './call.module.css';
import { Cover } from './cover';
import { large } from './layout';
import { SelfView } from './self-view';
import type { SharedScreen } from './shared-screen';
import { Tile } from './tile';
import { useLayout } from './use-layout';

const SOURCES = [Track.Source.Camera, Track.Source.ScreenShare];

interface StageProps extends Pick<CallProps, 'roster'> {
  call: CallRoom;
  /** Draws a shared screen; undefined while its code is on its way. */
  Screen: typeof SharedScreen | undefined;
  /** Whether one sees oneself, and what goes out of one's own devices. */
  showsSelf: boolean;
  camera: Sending;
  microphone: Sending;
  link: Link;
  /** The clinic's, for whoever has no connection. */
  phone: string | null;
}

/** Faces as large as fit; a shared screen in their place while there is one, and then faces small beside it. */
export const Stage = memo(function Stage(props: StageProps) {
  const { call, roster, Screen, showsSelf, camera, microphone, link, phone } = props;
  const t = useTranslations('call.words.call');
  const format = useFormatter();
  const { participants } = call;
  const people = usePeople(call, roster);
  const layout = useLayout(participants);
  const tracks = useTracks(SOURCES).filter(({ publication }) => !publication.isMuted);
  const trackOf = (identity: string, source: Track.Source) =>
    tracks.find((track) => track.participant.identity === identity && track.source === source);
  const picture = (identity: string) => t('picture', { name: nameOf(people, identity) ?? '' });

  const screen = layout.kind === 'screen' ? trackOf(layout.identity, Track.Source.ScreenShare) : undefined;
  const beside = layout.kind === 'waiting' ? [] : layout.beside;
  const places = large(layout);
  const hasBegun = useSelected(call.conversation.store, ({ since }) => since !== null);
  const columns = Math.ceil(Math.sqrt(Math.max(1, places.length)));

  return (
    <section
      className={`${css.stage} relative mx-4 overflow-hidden rounded-(--radius-l) bg-[linear-gradient(#2c2740,#1d1a28)] max-[45rem]:mx-3`}
      aria-label={t('picture', { name: format.list(company(people).map(({ name }) => name)) })}
    >
      {/* While there is no connection, nobody knows who is there. */}
      {layout.kind === 'waiting' && link === 'up' && (
        <Waiting names={awaited(people).map(({ name }) => name)} isAgain={hasBegun} />
      )}
      <div className={css.scene} data-screen={screen && ''}>
        {screen && Screen && (
          <Screen
            key={screen.publication.trackSid}
            track={screen}
            label={t('screen', { name: nameOf(people, screen.participant.identity) ?? '' })}
          />
        )}
        <div
          className={`${css.places} absolute inset-0 grid auto-rows-fr grid-cols-[repeat(var(--columns),minmax(0,1fr))]`}
          style={{ '--columns': columns } as CSSProperties}
        >
          {/* The first place is there before anyone comes, and keeps its element whoever takes it. */}
          {Array.from({ length: Math.max(1, places.length) }, (_, index) => (
            <Tile
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is its index.
              key={index}
              participants={participants}
              index={index}
              person={people.find(({ identity }) => identity === places[index])}
              pictured={trackOf(places[index] ?? '', Track.Source.Camera) !== undefined}
              covered={screen !== undefined}
            />
          ))}
        </div>
        {/* Beside a shared screen, never over it. */}
        <div className={css.small}>
          {beside.map((identity) => {
            const face = trackOf(identity, Track.Source.Camera);
            return (
              face && (
                <div key={identity} className={`${css.face} overflow-hidden rounded-m border-2 border-stage-line`}>
                  <VideoTrack trackRef={face} aria-label={picture(identity)} className="size-full object-cover" />
                </div>
              )
            );
          })}
          {showsSelf && <SelfView {...{ camera, microphone }} still={screen !== undefined} />}
        </div>
      </div>
      {link !== 'up' && <Cover link={link} phone={phone} />}
    </section>
  );
});

function Waiting({ names, isAgain }: { names: readonly string[]; isAgain: boolean }) {
  const t = useTranslations('call.words.call');
  const name = useFormatter().list(names);
  return (
    <div className={css.nobody} data-waiting>
      <div className="flex gap-2">
        {names.map((one) => (
          <span key={one} aria-hidden className={css.initials}>
            {initials(one)}
          </span>
        ))}
      </div>
      <p className="text-xl font-semibold">{t('waiting', { name })}</p>
      <p className={`${css.hint} max-w-sm text-on-stage-2`}>{t(isAgain ? 'waitingAgain' : 'waitingHint', { name })}</p>
    </div>
  );
}

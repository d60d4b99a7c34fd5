'use client';

import { Info } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { memo } from 'react';
import { company } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import { useMyQuality } from '@/components/call/people/use-self';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import { useSelected } from '@/components/call/session/use-store';
import css from './call.module.css';
import { useElapsed } from './use-elapsed';
import { useQuality } from './use-quality';

interface TopBarProps extends Pick<CallProps, 'roster'> {
  call: CallRoom;
  now: () => number;
  expanded: boolean;
  onDetails: () => void;
}

/** Names, time and connection of the call. The connection is named when it is not good, and when it is good again; the details always name it. */
export const TopBar = memo(function TopBar({ call, roster, now, expanded, onDetails }: TopBarProps) {
  const t = useTranslations('call');
  const format = useFormatter();
  const people = usePeople(call, roster);
  const name = format.list(company(people).map(({ name }) => name));
  const since = useSelected(call.conversation.store, ({ since }) => since);
  const time = useElapsed(since, now);
  const quality = useMyQuality(call);
  const named = useQuality(quality);
  return (
    <header
      className={`${css.top} flex min-h-14 items-center gap-4 px-6 text-base max-[45rem]:flex-wrap max-[45rem]:gap-x-3 max-[45rem]:gap-y-0 max-[45rem]:px-4`}
    >
      <h1 className="min-w-0 text-base leading-tight font-bold tracking-normal max-[45rem]:flex-1 [overflow-wrap:anywhere]">
        {name}
      </h1>
      {time && (
        <span className="text-on-stage-2 tabular-nums">
          <span className="sr-only">{t('words.call.time')} </span>
          <span data-elapsed>{time}</span>
        </span>
      )}
      <span
        data-quality={quality}
        className="text-on-stage-2 empty:hidden max-[45rem]:order-last max-[45rem]:basis-full max-[45rem]:pb-1"
      >
        {named && t(`words.call.quality_${named}`)}
      </span>
      <button
        type="button"
        aria-expanded={expanded}
        onClick={onDetails}
        className="ml-auto inline-flex min-h-11 items-center gap-2 rounded-(--radius-s) px-2 hover:bg-stage-2"
      >
        <Info aria-hidden className="size-5" />
        {t('words.dock.details')}
      </button>
    </header>
  );
});

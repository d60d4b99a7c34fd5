'use client';

import { useTranslations } from 'next-intl';
import { nameOf } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import { useAnnouncement } from './use-announcement';

/** The last message of somebody else, for those who listen to the page. */
export function Announcement({ call, me, roster }: Pick<CallProps, 'me' | 'roster'> & { call: CallRoom }) {
  const t = useTranslations('call.words.chat');
  const people = usePeople(call, roster);
  const message = useAnnouncement(call.conversation, me.id);
  return (
    <p className="sr-only" aria-live="polite">
      {message && t('announce', { name: nameOf(people, message.from) ?? message.name ?? '', text: message.text })}
    </p>
  );
}

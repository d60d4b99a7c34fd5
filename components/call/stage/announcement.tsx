'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { nameOf } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import { useAnnouncement } from './use-announcement';

/** Milliseconds for which a message can be read without opening the chat. */
const SHOWN = 10_000;

interface AnnouncementProps extends Pick<CallProps, 'me' | 'roster'> {
  call: CallRoom;
  /** The chat is open, where it stands already. */
  isRead: boolean;
  onOpen: () => void;
}

/** The last message of somebody else: for those who listen to the page, for a moment to be read, and by a sound for whoever chose that. */
export function Announcement({ call, me, roster, isRead, onOpen }: AnnouncementProps) {
  const t = useTranslations('call.words.chat');
  const people = usePeople(call, roster);
  const message = useAnnouncement(call.conversation, me.id);
  const [shown, setShown] = useState<string | null>(null);
  const { choices } = call.tracks.media;
  useEffect(() => {
    if (!message) return;
    const { chime, speaker } = choices();
    // Its code comes when there is something to play; without it there is no sound.
    if (chime) void import('@/components/call/conversation/chime').then(({ chime }) => chime(speaker)).catch(() => {});
    setShown(message.id);
    const timer = setTimeout(() => setShown(null), SHOWN);
    return () => clearTimeout(timer);
  }, [message, choices]);
  useEffect(() => {
    if (isRead) setShown(null);
  }, [isRead]);
  const words = message && { name: nameOf(people, message.from) ?? message.name ?? '', text: message.text };
  return (
    <>
      <p className="sr-only" aria-live="polite">
        {/* By its key, the same words a second time are an element of their own: what does not change is not read. */}
        {words && <span key={`${message.from} ${message.id}`}>{t('announce', words)}</span>}
      </p>
      {words && shown === message?.id && !isRead && (
        <button
          type="button"
          onClick={onOpen}
          className="min-h-11 max-w-full basis-full truncate rounded-m bg-stage-2 px-4 hover:bg-stage-line"
        >
          {t('preview', words)}
        </button>
      )}
    </>
  );
}

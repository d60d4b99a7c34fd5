import { useFormatter, useTranslations } from 'next-intl';
import { type RefObject, useEffect } from 'react';
import { NoteUse } from '@/components/accounts/note-use';
import { useShortcuts } from '@/components/call/controls/use-shortcuts';
import { company } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import type { Link } from '@/components/call/session/states';
import { useSelected } from '@/components/call/session/use-store';
import { useCallLock } from './use-call-lock';
import { useReturn } from './use-return';
import { useTitle } from './use-title';
import { useWakeLock } from './use-wake-lock';

interface WhileInProps extends Pick<CallProps, 'appointmentId' | 'roster' | 'clinic'> {
  call: CallRoom;
  link: Link;
  /** What has the focus from now on: the button that was pressed is gone, and the focus with it. */
  screen: RefObject<HTMLElement | null>;
  shortcuts: Record<string, () => void>;
}

/** What goes on besides what is drawn, from the moment somebody joins. The call is drawn before, out of sight. Renders nothing to be seen. */
export function WhileIn({ call, link, screen, shortcuts, appointmentId, roster, clinic }: WhileInProps) {
  const t = useTranslations('call.page');
  const format = useFormatter();
  const people = usePeople(call, roster);
  const unread = useSelected(call.conversation.store, ({ unread }) => unread);
  const title = t('title', { name: format.list(company(people).map(({ name }) => name)) });
  useTitle(`${unread > 0 ? t('unread', { n: unread, title }) : title} · ${clinic.name}`);
  useCallLock(appointmentId, link !== 'connecting', call.yieldTo);
  useWakeLock();
  useReturn(call.hurry);
  useShortcuts(shortcuts);
  useEffect(() => screen.current?.focus(), [screen]);
  useEffect(
    () => () => {
      // The next page has no button to come back from the whole screen.
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
    },
    [],
  );
  return <NoteUse steadily />;
}

import { useEffect, useRef, useState } from 'react';
import type { ChatMessage } from '@/components/call/conversation/chat';
import type { Conversation } from '@/components/call/conversation/conversation';

/** The last message of somebody else, for those who listen to the page; null before one comes. */
export function useAnnouncement(conversation: Conversation, me: string): ChatMessage | null {
  const [message, setMessage] = useState<ChatMessage | null>(null);
  const heard = useRef<string | undefined>(conversation.store.get().messages.at(-1)?.id);
  useEffect(
    () =>
      conversation.store.subscribe(() => {
        const last = conversation.store.get().messages.at(-1);
        if (!last || last.id === heard.current) return;
        heard.current = last.id;
        if (last.from !== me) setMessage(last);
      }),
    [conversation, me],
  );
  return message;
}

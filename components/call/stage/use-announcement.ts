import { useEffect, useRef, useState } from 'react';
import type { Conversation } from '@/components/call/conversation/conversation';
import { fill } from '@/components/call/words';

/** The last message of the other person for those who listen to the page; none for what was there before. */
export function useAnnouncement(conversation: Conversation, me: string, words: string): string {
  const [text, setText] = useState('');
  const heard = useRef<string | undefined>(conversation.store.get().messages.at(-1)?.id);
  useEffect(
    () =>
      conversation.store.subscribe(() => {
        const last = conversation.store.get().messages.at(-1);
        if (!last || last.id === heard.current) return;
        heard.current = last.id;
        if (last.from !== me) setText(fill(words, last.text));
      }),
    [conversation, me, words],
  );
  return text;
}

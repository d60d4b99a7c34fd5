'use client';

import { SendHorizontal } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Panel } from '@/components/call/controls/panel';
import { useStore } from '@/components/call/session/use-store';
import type { CallWords } from '@/components/call/words';
import { type ChatMessage, LONGEST_MESSAGE } from './chat';
import type { Conversation } from './conversation';

interface ChatPanelProps {
  conversation: Conversation;
  me: string;
  other: string;
  words: CallWords['chat'];
  onClose: () => void;
}

export function ChatPanel({ conversation, me, other, words, onClose }: ChatPanelProps) {
  const { messages } = useStore(conversation.store);
  const end = useRef<HTMLLIElement>(null);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    conversation.read(true);
    input.current?.focus();
    return () => conversation.read(false);
  }, [conversation]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message is the moment to scroll.
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [messages]);

  const send = (form: FormData) => conversation.say(String(form.get('text') ?? ''));

  return (
    <Panel title={words.title} close={words.close} onClose={onClose}>
      {messages.length === 0 && <p className="px-4 py-2 text-on-stage-2">{words.empty}</p>}
      <ul
        aria-label={words.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="grid min-h-0 flex-1 content-start gap-2 overflow-y-auto px-4 py-1"
      >
        {messages.map((message) => (
          <Message
            key={`${message.from} ${message.id}`}
            message={message}
            mine={message.from === me}
            who={message.from === me ? words.you : other}
          />
        ))}
        <li ref={end} aria-hidden />
      </ul>
      <form action={send} className="flex gap-2 p-3">
        <input
          ref={input}
          name="text"
          required
          autoComplete="off"
          maxLength={LONGEST_MESSAGE}
          aria-label={words.placeholder}
          placeholder={words.placeholder}
          className="min-h-12 min-w-0 flex-1 rounded-m border border-on-stage-2 bg-stage px-3 placeholder:text-on-stage-2"
        />
        <button
          type="submit"
          aria-label={words.send}
          className="grid size-12 shrink-0 place-items-center rounded-m bg-[#5b34d6] text-white hover:bg-[#6d46e8]"
        >
          <SendHorizontal aria-hidden className="size-5.5" />
        </button>
      </form>
      <p className="px-4 pb-3 text-sm text-on-stage-2">{words.keep}</p>
    </Panel>
  );
}

function Message({ message, mine, who }: { message: ChatMessage; mine: boolean; who: string }) {
  return (
    <li
      className={`max-w-[88%] rounded-m px-3 py-2 ${mine ? 'justify-self-end bg-[#3d2a86]' : 'justify-self-start bg-stage-line'}`}
    >
      <p className="text-sm font-semibold text-on-stage-2">{who}</p>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{message.text}</p>
    </li>
  );
}

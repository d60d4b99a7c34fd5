'use client';

import { ArrowDown, SendHorizontal } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Panel } from '@/components/call/controls/panel';
import { nameOf } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import { useSelected } from '@/components/call/session/use-store';
import css from '@/components/call/stage/call.module.css';
import { type ChatMessage, LONGEST_MESSAGE, waiting } from './chat';
import { linked } from './linked';
import { useNewest } from './use-newest';

interface ChatPanelProps extends Pick<CallProps, 'me' | 'roster'> {
  call: CallRoom;
  onClose: () => void;
}

export function ChatPanel({ call, me, roster, onClose }: ChatPanelProps) {
  const t = useTranslations('call.words.chat');
  const { conversation } = call;
  const messages = useSelected(conversation.store, ({ messages }) => messages);
  const people = usePeople(call, roster);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(conversation.draft);
  const write = (text: string) => {
    conversation.draft = text;
    setText(text);
  };
  const { list, isBelow, toEnd } = useNewest(messages, me.id);

  useEffect(() => {
    // Nobody reads in a tab that they do not see.
    const look = () => conversation.read(!document.hidden);
    look();
    document.addEventListener('visibilitychange', look);
    input.current?.focus();
    return () => {
      document.removeEventListener('visibilitychange', look);
      conversation.read(false);
    };
  }, [conversation]);

  const send = () => {
    conversation.say(text);
    write('');
  };

  return (
    <Panel title={t('title')} close={t('close')} onClose={onClose}>
      {messages.length === 0 && <p className="px-4 py-2 text-on-stage-2">{t('empty')}</p>}
      <ul
        ref={list}
        aria-label={t('list')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        className="grid min-h-0 flex-1 content-start gap-2 overflow-y-auto px-4 py-1"
      >
        {messages.map((message) => (
          <Message
            key={`${message.from} ${message.id}`}
            message={message}
            mine={message.from === me.id}
            who={message.from === me.id ? t('you') : (nameOf(people, message.from) ?? message.name ?? t('gone'))}
            zone={me.zone}
          />
        ))}
      </ul>
      {isBelow && (
        <button
          type="button"
          onClick={toEnd}
          className="mx-auto inline-flex min-h-11 items-center gap-2 rounded-full bg-stage-line px-4 font-semibold"
        >
          <ArrowDown aria-hidden className="size-5" />
          {t('below')}
        </button>
      )}
      <form action={send} className="flex gap-2 p-3">
        <input
          ref={input}
          value={text}
          onChange={(event) => write(event.target.value)}
          required
          autoComplete="off"
          maxLength={LONGEST_MESSAGE}
          aria-label={t('placeholder')}
          placeholder={t('placeholder')}
          className="min-h-12 min-w-0 flex-1 rounded-m border border-on-stage-2 bg-stage px-3 placeholder:text-on-stage-2"
        />
        <button
          type="submit"
          aria-label={t('send')}
          className="grid size-12 shrink-0 place-items-center rounded-m bg-[#5b34d6] text-white hover:bg-[#6d46e8]"
        >
          <SendHorizontal aria-hidden className="size-5.5" />
        </button>
      </form>
      <p className="px-4 pb-3 text-sm text-on-stage-2">{t('keep')}</p>
    </Panel>
  );
}

interface MessageProps {
  message: ChatMessage;
  mine: boolean;
  who: string;
  /** The reader's (IANA name). */
  zone: string;
}

function Message({ message, mine, who, zone }: MessageProps) {
  const t = useTranslations('call.words.chat');
  const clock = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const at = new Date(message.at);
  return (
    <li
      className={`max-w-[88%] rounded-m px-3 py-2 ${mine ? 'justify-self-end bg-[#3d2a86]' : 'justify-self-start bg-stage-line'}`}
    >
      <p className="flex flex-wrap justify-between gap-x-3 text-sm font-semibold text-on-stage-2">
        <span className="[overflow-wrap:anywhere]">{who}</span>{' '}
        <time dateTime={at.toISOString()} className="font-normal tabular-nums">
          {new Intl.DateTimeFormat(useLocale(), clock).format(at)}
        </time>
      </p>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {linked(message.text).map(({ text, href, at }) =>
          href ? (
            <a key={at} href={href} target="_blank" rel="noopener noreferrer" className="underline">
              {text}
            </a>
          ) : (
            text
          ),
        )}
      </p>
      {message.got && waiting(message).length > 0 && <p className={`${css.late} text-sm`}>{t('onItsWay')}</p>}
    </li>
  );
}

'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { Alert } from '@/components/ui/alert';
import { LinkHint } from '@/components/ui/link-hint';
import { useReady } from '@/components/ui/use-ready';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { Answer, AnswerVisit, ChangeRequest } from './answer-buttons';
import { AskButton, type AskWords } from './ask-button';

/** What can be done to an appointment on its page; `accept` and `keep` answer a proposed time. */
export type ActionName = Answer | 'move' | 'cancel';

export interface ActionItem {
  name: ActionName;
  label: string;
  busy: string;
  look: 'button-go' | 'button-danger' | '';
  /** Asked before it is done, with room for a note. */
  ask?: AskWords;
  /** Where it goes instead of doing anything. */
  href?: string;
}

export type Run = (id: string, request: ChangeRequest) => Promise<Sent>;

interface ActionListProps {
  id: string;
  /** Of the appointment as it is shown. */
  revision: number;
  label: string;
  items: ActionItem[];
  answer: AnswerVisit;
  cancel: Run;
  unreachable: string;
}

/** What one can do to an appointment. It stays when nothing is left to do, so that what became of the last try can be read. */
export function ActionList({ id, revision, label, items, answer, cancel, unreachable }: ActionListProps) {
  const region = useRef<HTMLElement>(null);
  const ready = useReady();
  const doing = useRef<ActionName>(undefined);
  const { pending, failure, send } = useSend(unreachable);

  function act(name: ActionName, request: ChangeRequest) {
    if (name === 'move') return;
    doing.current = name;
    // The button that had the focus may be gone with the state that it belonged to.
    send(
      () => (name === 'cancel' ? cancel(id, request) : answer(id, name, request)),
      () => region.current?.focus(),
    );
  }

  return (
    <section ref={region} tabIndex={-1} aria-label={label} className="grid gap-3 outline-none">
      <Alert text={failure?.text} />
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        {items.map(({ name, ask, href, look, busy, ...item }) => {
          const running = pending && doing.current === name;
          const text = running ? busy : item.label;
          if (href) {
            return (
              <Link key={name} href={href} prefetch={false} className={`button ${look}`}>
                <LinkHint>{text}</LinkHint>
              </Link>
            );
          }
          if (ask) {
            const done = (note: string, seen: number) => act(name, { revision: seen, note: note || undefined });
            return <AskButton key={name} {...{ text, look, ask, revision, done }} disabled={!ready} busy={pending} />;
          }
          return (
            <button
              key={name}
              type="button"
              className={`button ${look}`}
              disabled={!ready}
              aria-disabled={pending || undefined}
              onClick={() => act(name, { revision })}
            >
              {text}
            </button>
          );
        })}
      </div>
    </section>
  );
}

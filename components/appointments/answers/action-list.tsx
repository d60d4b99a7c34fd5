'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { LinkHint } from '@/components/ui/link-hint';
import { useReady } from '@/components/ui/use-ready';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema/change';
import type { Answer, AnswerVisit, ChangeRequest } from './answer-buttons';
import { AskButton, type AskWords } from './ask-button';
import { type ScopeChoice, ScopeField } from './scope-field';

/** What can be done to an appointment on its page; `accept` and `keep` answer a proposed time. */
export type ActionName = Answer | 'move' | 'cancel';

export interface ActionItem {
  name: ActionName;
  label: string;
  busy: string;
  look: 'button-ok' | 'button-danger' | '';
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
  /** For how much of a series; none: it is in none. */
  scopes: ScopeChoice[];
  scopeLegend: string;
}

/** What one can do to an appointment. It stays when nothing is left to do, so that what became of the last try can be read. */
export function ActionList({ id, revision, label, items, answer, cancel, unreachable, ...series }: ActionListProps) {
  const region = useRef<HTMLElement>(null);
  const ready = useReady();
  const doing = useRef<ActionName>(undefined);
  const [chosen, setScope] = useState<Scope>('one');
  // What was chosen may have gone with a visit that somebody else canceled meanwhile.
  const scope = series.scopes.find(({ value }) => value === chosen);
  const { pending, failure, send } = useSend(unreachable);

  function act(name: ActionName, about: ChangeRequest) {
    if (name === 'move') return;
    doing.current = name;
    const request = { ...about, scope: scope?.value };
    // The button that had the focus may be gone with the state that it belonged to.
    send(
      () => (name === 'cancel' ? cancel(id, request) : answer(id, name, request)),
      () => region.current?.focus(),
    );
  }

  return (
    <section ref={region} tabIndex={-1} aria-label={label} className="grid gap-3 outline-none">
      <Alert text={failure?.text} />
      <ScopeField
        choices={series.scopes}
        legend={series.scopeLegend}
        value={scope?.value ?? 'one'}
        onChange={setScope}
      />
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        {items.map(({ name, ask, href, look, busy, ...item }) => {
          const running = pending && doing.current === name;
          const text = running ? busy : item.label;
          if (href) {
            return (
              <Link
                key={name}
                href={scope && scope.value !== 'one' ? `${href}?scope=${scope.value}` : href}
                prefetch={false}
                className={`button ${look}`}
              >
                <LinkHint>{text}</LinkHint>
              </Link>
            );
          }
          if (ask) {
            const done = (note: string, seen: number) => act(name, { revision: seen, note: note || undefined });
            const also = scope?.also;
            return (
              <AskButton key={name} {...{ text, look, ask, also, revision, done }} disabled={!ready} busy={pending} />
            );
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

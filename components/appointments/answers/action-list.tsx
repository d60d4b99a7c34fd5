'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { LinkHint } from '@/components/ui/link-hint';
import { useReady } from '@/components/ui/use-ready';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { Scope } from '@/lib/appointments/schema/change';
import type { Answer, AnswerVisit, ChangeRequest } from './answer-buttons';
import { AskButton } from './ask-button';
import { type ScopeChoice, ScopeField } from './scope-field';

/** An action on an appointment's page; `accept` and `keep` answer a proposed time. */
export type ActionName = Answer | 'move' | 'cancel';

export type Run = (id: string, request: ChangeRequest) => Promise<Sent>;

interface ActionListProps {
  id: string;
  /** Of the appointment as it is shown. */
  revision: number;
  patient: string;
  /** Names of those who can read a note. */
  noteReaders: string[];
  actions: ActionName[];
  answer: AnswerVisit;
  cancel: Run;
  /** The parts of a series to choose from; none: it is in none. */
  scopes: ScopeChoice[];
}

const LOOKS: Partial<Record<ActionName, string>> = {
  confirm: 'button-ok',
  accept: 'button-ok',
  decline: 'button-danger',
  cancel: 'button-danger',
};

/**
 * The buttons for all that one can do to an appointment. Their place stays when nothing is left to do, so that what became of the last try
 * can be read.
 */
export function ActionList({ id, revision, actions, answer, cancel, scopes, ...about }: ActionListProps) {
  const t = useTranslations('actions');
  const region = useRef<HTMLElement>(null);
  const ready = useReady();
  const doing = useRef<ActionName>(undefined);
  const [chosen, setScope] = useState<Scope>('one');
  // What was chosen may have gone with a visit that somebody else canceled meanwhile.
  const scope = scopes.find(({ value }) => value === chosen);
  const count = scope && scope.value !== 'one' ? scope.count : 1;
  const { pending, failure, send } = useSend(useTranslations('send')('unreachable'));

  function act(name: Exclude<ActionName, 'move'>, change: ChangeRequest) {
    doing.current = name;
    const request = { ...change, scope: scope?.value };
    // The button that had the focus may be gone with the state that it belonged to.
    send(
      () => (name === 'cancel' ? cancel(id, request) : answer(id, name, request)),
      () => region.current?.focus(),
    );
  }

  return (
    <section ref={region} tabIndex={-1} aria-label={t('title')} className="grid gap-3 outline-none">
      <Alert text={failure?.text} />
      <ScopeField choices={scopes} value={scope?.value ?? 'one'} onChange={setScope} />
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        {actions.map((name) => {
          if (name === 'move') {
            const query = scope && scope.value !== 'one' ? `?scope=${scope.value}` : '';
            return (
              <Link key={name} href={`/appointments/${id}/move${query}`} prefetch={false} className="button">
                <LinkHint>{t('move.label')}</LinkHint>
              </Link>
            );
          }
          const look = LOOKS[name] ?? '';
          const text = t(pending && doing.current === name ? `${name}.busy` : `${name}.label`, { count });
          if (name === 'decline' || name === 'cancel') {
            const done = (note: string, seen: number) => act(name, { revision: seen, note: note || undefined });
            return (
              <AskButton
                key={name}
                {...{ name, text, look, scope, revision, done, ...about }}
                disabled={!ready}
                busy={pending}
              />
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

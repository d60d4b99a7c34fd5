'use client';

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Sent, useSend } from '@/components/ui/use-send';
import type { HandOverInput } from '@/lib/appointments/schema/hand-over';
import { DoctorChoice, type DoctorItem } from './doctor-choice';
import { VisitChoice, type VisitItem } from './visit-choice';
import type { HandOverWords } from './words';

interface HandOverFormProps {
  visits: VisitItem[];
  /** Ids of those that are ticked at first. */
  first: string[];
  doctors: DoctorItem[];
  give: (input: HandOverInput) => Promise<Sent>;
  words: HandOverWords;
}

/** Which visits, and to whom. What is ticked and chosen stays whatever the server says. */
export function HandOverForm({ visits, first, doctors, give, words }: HandOverFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(first));
  const [doctorId, setDoctor] = useState<string | null>(null);
  // As they stood when the question came: what comes live meanwhile was not agreed to.
  const [asked, setAsked] = useState<VisitItem[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const { pending, failure, setFailure, send } = useSend(words.unreachable);
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);

  const chosen = visits.filter(({ id }) => ticked.has(id));
  const doctor = doctors.find(({ id }) => id === doctorId);
  const colliding = chosen.filter(({ id }) => doctor?.taken.includes(id));
  const named = (text = '') => text.replaceAll('{doctor}', doctor?.name ?? '');

  function tick(ids: string[]) {
    setFailure(null);
    setTicked(new Set(ids));
  }
  function fail(name: string, text: string) {
    setFailure({ ok: false, field: name, text });
    form.current?.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    if (chosen.length === 0) return fail('visit', words.missingVisits);
    if (!doctor) return fail('doctor', words.missingDoctor);
    if (colliding.length > 0) return fail('leaveOut', named(words.collision[colliding.length]));
    setFailure(null);
    setSaid(null);
    setAsked(chosen);
    dialog.current?.showModal();
  }
  function go() {
    dialog.current?.close();
    if (!doctor) return;
    const request = { doctorId: doctor.id, visits: asked.map(({ id, revision }) => ({ id, revision })) };
    send(
      () => give(request),
      (sent) => sent.ok && setSaid(named(words.done[asked.length])),
    );
  }

  return (
    <div className="grid gap-4">
      <p
        ref={status}
        role="status"
        tabIndex={-1}
        className={said ? 'rounded-m bg-ok-wash px-4 py-3 font-semibold text-ok' : 'sr-only'}
      >
        {said}
      </p>
      {visits.length === 0 ? (
        <p className="card p-5 text-ink-2">{words.none}</p>
      ) : (
        <form
          ref={form}
          method="post"
          noValidate
          onSubmit={submit}
          className="grid items-start gap-5 md:grid-cols-[3fr_2fr]"
        >
          <VisitChoice {...{ visits, ticked, tick, doctor, words }} />
          <div className="grid gap-4 md:sticky md:top-4">
            <DoctorChoice
              {...{ doctors, chosen, words }}
              doctorId={doctor?.id ?? null}
              choose={(id) => {
                setFailure(null);
                setDoctor(id);
              }}
            />
            <Alert text={failure?.text} />
            {colliding.length > 0 && (
              <button
                type="button"
                name="leaveOut"
                className="button button-small"
                onClick={() => tick(chosen.filter((visit) => !colliding.includes(visit)).map(({ id }) => id))}
              >
                {words.leaveOut[colliding.length]}
              </button>
            )}
            <SubmitButton pending={pending} busy={words.handing} look="button-small button-go">
              {words.submit[chosen.length]}
            </SubmitButton>
          </div>
        </form>
      )}
      <ConfirmDialog
        ref={dialog}
        title={named(words.question[asked.length])}
        go={words.go}
        back={words.giveBack}
        look="button-go"
        onGo={go}
      >
        <p className="text-ink-2">{named(words.keeps)}</p>
        {asked.some(({ asks }) => asks) && <p className="text-ink-2">{named(words.asks)}</p>}
      </ConfirmDialog>
    </div>
  );
}

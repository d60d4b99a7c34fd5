'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { useFormSend } from '@/components/ui/use-form-send';
import type { Sent } from '@/components/ui/use-send';
import type { HandOverInput } from '@/lib/appointments/schema/hand-over';
import { DoctorChoice, type DoctorItem } from './doctor-choice';
import { VisitChoice, type VisitItem } from './visit-choice';

interface HandOverFormProps {
  /** Name of the doctor who has the visits now, as the form says it. */
  former: string;
  visits: VisitItem[];
  /** Ids of the visits that are ticked at first. */
  first: string[];
  doctors: DoctorItem[];
  give: (input: HandOverInput) => Promise<Sent>;
}

/** The visits to hand over, and the doctor who is to have them. What is ticked and chosen stays whatever the server says. */
export function HandOverForm({ former, visits, first, doctors, give }: HandOverFormProps) {
  const t = useTranslations('handOver');
  const dialog = useRef<HTMLDialogElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(first));
  const [doctorId, setDoctor] = useState<string | null>(null);
  // The visits as they stood when the question came: what comes live meanwhile was not agreed to.
  const [asked, setAsked] = useState<VisitItem[]>([]);
  const [said, setSaid] = useState<string | null>(null);
  const { form, pending, send, fail, clear, errorBeside } = useFormSend();
  useEffect(() => {
    if (said) status.current?.focus();
  }, [said]);

  const chosen = visits.filter(({ id }) => ticked.has(id));
  const doctor = doctors.find(({ id }) => id === doctorId);
  const colliding = chosen.filter(({ id }) => doctor?.taken.includes(id));
  const name = doctor?.name ?? '';

  function tick(ids: string[]) {
    clear();
    setTicked(new Set(ids));
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    if (pending) return;
    if (chosen.length === 0) return fail('visit', t('missingVisits'));
    if (!doctor) return fail('doctor', t('missingDoctor'));
    const count = colliding.length;
    if (count > 0) return fail('leaveOut', t('collision', { count, doctor: name }));
    clear();
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
      (sent) => sent.ok && setSaid(t('done', { count: asked.length, doctor: name })),
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
        <p className="card p-5 text-ink-2">{t('none', { former })}</p>
      ) : (
        <form
          ref={form}
          method="post"
          noValidate
          onSubmit={submit}
          className="grid items-start gap-5 md:grid-cols-[3fr_2fr]"
        >
          <VisitChoice {...{ visits, ticked, tick, doctor }} />
          <div className="grid gap-4 md:sticky md:top-4">
            <DoctorChoice
              {...{ doctors, chosen }}
              doctorId={doctor?.id ?? null}
              choose={(id) => {
                clear();
                setDoctor(id);
              }}
            />
            <Alert text={errorBeside()} />
            {colliding.length > 0 && (
              <button
                type="button"
                name="leaveOut"
                className="button button-small"
                onClick={() => {
                  tick(chosen.filter((visit) => !colliding.includes(visit)).map(({ id }) => id));
                  // This button goes; that one says how many are left.
                  form.current?.querySelector<HTMLElement>('[type=submit]')?.focus();
                }}
              >
                {t('leaveOut', { count: colliding.length })}
              </button>
            )}
            <SubmitButton pending={pending} busy={t('handing')} look="button-small button-go">
              {t('submit', { count: chosen.length })}
            </SubmitButton>
          </div>
        </form>
      )}
      <ConfirmDialog
        ref={dialog}
        title={t('question', { count: asked.length, doctor: name })}
        go={t('go')}
        back={t('giveBack')}
        look="button-go"
        onGo={go}
      >
        <p className="text-ink-2">{t('keeps', { count: asked.length, doctor: name, former })}</p>
        {asked.some(({ asks }) => asks) && <p className="text-ink-2">{t('asks', { doctor: name })}</p>}
      </ConfirmDialog>
    </div>
  );
}

'use client';

import { useEffect, useRef } from 'react';
import { ChoosePasswordForm } from '@/components/accounts/choose-password-form';
import { ForgotForm } from '@/components/accounts/forgot-form';
import { InviteForm } from '@/components/accounts/invite-form';
import { PasswordForm } from '@/components/accounts/password-form';
import { ProfileForm } from '@/components/accounts/profile-form';
import { SignInForm } from '@/components/accounts/sign-in-form';
import { SignUpForm } from '@/components/accounts/sign-up-form';
import type { FormOutcome } from '@/components/accounts/use-account-form';
import type { ZoneChoice } from '@/components/accounts/zone-choices';
import { ActionList } from '@/components/appointments/answers/action-list';
import { HoursEditor } from '@/components/availability/hours-editor';
import { BookForForm } from '@/components/booking/book-for-form';
import { BookingForm } from '@/components/booking/booking-form';
import { MoveForm } from '@/components/booking/move-form';
import { TypedMoveForm } from '@/components/booking/typed-move-form';
import type { WeekOfSlots } from '@/components/booking/use-chosen-slot';
import { HandOverForm } from '@/components/hand-over/hand-over-form';
import type { Draft } from '@/lib/availability/draft';
import type { FormName } from './form-names';

const ZONES: ZoneChoice[] = [
  ['America/Argentina/Buenos_Aires', 'Buenos Aires', 'Argentina'],
  ['Europe/Berlin', 'Berlin', 'Germany'],
];
const LANGUAGES: [string, string][] = [
  ['en', 'English'],
  ['es', 'Spanish'],
];
const CLOCK = { zone: 'Europe/Berlin', city: 'Berlin' };
const DRAFT: Draft = {
  ...{ slot: '50', pause: '10', notice: '24', horizon: '60' },
  weekly: [1, 2, 3, 4, 5, 6, 7].map((day) =>
    day > 5
      ? []
      : [{ id: `${day}`, start: day === 2 ? '17:00' : '09:00', end: '12:00', video: true, inPerson: day !== 3 }],
  ),
  days: [{ id: 'off', date: '2027-01-01', spans: [] }],
};

interface FormStateProps {
  name: FormName;
  /** Sent as it stands, and refused. */
  sent: boolean;
  week: WeekOfSlots;
  /** What the server answers, in the reader's words: what is wrong with each field of an account's form, or why a visit is not possible. */
  refusal: { fields: FormOutcome; visit: string };
  visit: Record<'doctor' | 'patient', { id: string; name: string }> & { id: string; startsAt: Date };
}

function Form({ name, week, visit, refusal }: Omit<FormStateProps, 'sent'>) {
  const refuseFields = async () => refusal.fields;
  const refuse = async () => ({ ok: false as const, text: refusal.visit });
  const { doctor, patient } = visit;
  const today = visit.startsAt.toISOString().slice(0, 10);
  const series = {
    choices: [
      { value: 'one' as const, count: 1 },
      { value: 'following' as const, count: 11 },
      { value: 'all' as const, count: 12 },
    ],
    atFirst: 'following' as const,
    city: 'Berlin',
  };
  switch (name) {
    case 'sign in':
      return <SignInForm goTo="/" notice={null} />;
    case 'sign up':
      return <SignUpForm send={refuseFields} clinic="Hillside Clinic" zones={ZONES} />;
    case 'forgot password':
      return <ForgotForm send={refuseFields} />;
    case 'choose a password':
      return (
        <ChoosePasswordForm
          choose={refuseFields}
          judge={async () => null}
          email="guadalupe@mail.example"
          min={12}
          zones={{ saved: null, choices: ZONES }}
        />
      );
    case 'change the password':
      return <PasswordForm save={async () => 'failed' as never} judge={async () => null} min={12} renewsFeed />;
    case 'profile of a patient':
    case 'profile of a doctor':
      return (
        <ProfileForm
          save={refuseFields}
          profile={{ name: patient.name, email: 'guadalupe@mail.example', phone: '', zone: 'Europe/Berlin' }}
          zones={ZONES}
          doctor={
            name === 'profile of a doctor' ? { specialty: 'Cardiology', languages: ['es'], choices: LANGUAGES } : null
          }
        />
      );
    case 'invite':
      return <InviteForm send={refuseFields} languages={LANGUAGES} />;
    case 'book':
      return (
        <BookingForm
          doctor={{ id: doctor.id, name: doctor.name, slotMinutes: 50 }}
          address="1 Hill Street, London"
          week={week}
          book={refuse}
          preview={refuse}
        />
      );
    case 'book for a patient':
      return (
        <BookForForm
          patientId={patient.id}
          doctors={[{ id: doctor.id, name: doctor.name, clock: CLOCK }]}
          today={today}
          book={refuse}
          preview={refuse}
        />
      );
    case 'move':
      return (
        <MoveForm
          {...{ id: visit.id, revision: 1, week, series, doctor: doctor.name, patient: patient.name }}
          effect="proposal"
          move={refuse}
        />
      );
    case 'move to a typed time':
      return <TypedMoveForm {...{ id: visit.id, revision: 1, series, clock: CLOCK }} date={today} move={refuse} />;
    case 'act on a visit':
      return (
        <ActionList
          {...{ id: visit.id, revision: 1, patient: patient.name, noteReaders: [doctor.name] }}
          actions={['confirm', 'decline', 'move', 'cancel']}
          scopes={series.choices}
          answer={refuse}
          cancel={refuse}
        />
      );
    case 'hand over':
      return (
        <HandOverForm
          former={doctor.name}
          visits={[visit.id, 'b', 'c'].map((id) => ({
            ...{ id, revision: 1, asks: id === 'b' },
            line: <span>{patient.name}</span>,
          }))}
          first={[visit.id, 'b']}
          doctors={[
            { id: 'x', name: 'Dr Ngozi Okonkwo-Blythe', specialty: 'Cardiology', taken: ['b'], outside: ['c'] },
            { id: 'y', name: 'Dr Li', specialty: 'General practice', taken: [], outside: [visit.id] },
          ]}
          give={refuse}
        />
      );
    case 'hours':
      return (
        <HoursEditor
          weekdays={['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']}
          today={today}
          saved={DRAFT}
          revision={1}
          firstPreview={[{ label: 'Mon 4 Jan', times: ['09:00', '10:00', '11:00'] }]}
          save={async () => ({ kind: 'failed', text: refusal.visit })}
          preview={async () => null}
        />
      );
  }
}

/** A form as it comes, or as it is when it was sent and the server refused it. */
export function FormState({ sent, ...form }: FormStateProps) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!sent) return;
    const all = [...(frame.current?.querySelectorAll('button') ?? [])];
    const button = all.find(({ type }) => type === 'submit') ?? all[0];
    let waiting = 0;
    // Some buttons are disabled until the page is alive.
    const press = () => {
      if (button?.disabled) waiting = requestAnimationFrame(press);
      else button?.click();
    };
    press();
    return () => cancelAnimationFrame(waiting);
  }, [sent]);
  return (
    <div ref={frame}>
      <Form {...form} />
    </div>
  );
}

import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Connecting } from '@/components/call/endings/connecting';
import type { CalledOff, CallProps } from '@/components/call/props';
import type { FailureCode } from '@/components/call/session/failure';
import { Words } from '@/components/ui/words';
import type { JoinState } from '@/lib/appointments/policy';
import { rosterOf } from '@/lib/appointments/roster';
import { moment, type Reader, when } from '@/lib/appointments/when';
import { DOOR_SHOWS, type DoorShow } from './call/door-shows';
import { DoorState } from './call/door-state';
import { EndingState } from './call/ending-state';
import { IN_CALL_SHOWS, type InCallShow } from './call/in-call-shows';
import { InCallState } from './call/in-call-state';
import { appointment, CLINIC, DOCTOR, PATIENT } from './samples';

const MINUTE = 60_000;

/** The call's page as the patient gets it. */
async function callProps(): Promise<CallProps> {
  const visit = appointment({ inMs: 5 * MINUTE });
  const [now, start, end] = [Date.now(), visit.startsAt.getTime(), visit.endsAt.getTime()];
  const reader: Reader = { locale: (await getLocale()) as Reader['locale'], zone: PATIENT.zone };
  return {
    appointmentId: visit.id,
    revision: visit.revision,
    appointment: { status: visit.status, visitType: visit.visitType, startsAt: start, endsAt: end },
    window: { opensMinutesBefore: 30, closesMinutesAfter: 120 },
    renderedAt: now,
    me: { id: PATIENT.id, name: PATIENT.name, zone: 'Europe/London' },
    roster: rosterOf({ patient: PATIENT, doctor: DOCTOR }),
    from: '/gallery',
    opens: moment(start - 30 * MINUTE, now, reader),
    closes: moment(start + 120 * MINUTE, now, reader),
    when: when(start, null, now, reader),
    whenInFull: when(start, end, now, reader),
    reason: visit.reason,
    calledOff: null,
    clinic: { ...CLINIC, note: 'In an emergency call 999.' },
  };
}

const inWords = (content: ReactNode) => <Words of={['call']}>{content}</Words>;

const CLOSED: Exclude<JoinState['state'], 'open'>[] = [
  'too_early',
  'too_late',
  'not_a_video_visit',
  'appointment_not_confirmed',
  'appointment_declined',
  'appointment_canceled',
  'appointment_over',
];
const FAILED: FailureCode[] = [
  'unsupported',
  'insecure',
  'site_unreachable',
  'call_unavailable',
  'connection_failed',
  'in_another_call',
  'elsewhere',
  'too_late',
  'too_early',
  'appointment_canceled',
  'appointment_over',
  'appointment_changed',
  'signed_out',
  'too_many_requests',
  'unknown',
];

async function InCall({ show }: { show: InCallShow }) {
  return inWords(<InCallState {...(await callProps())} show={show} />);
}

async function Door({ show }: { show: DoorShow }) {
  return inWords(<DoorState {...(await callProps())} show={show} />);
}

const NOTE = 'I have been called to an emergency.\nPlease take another time this week; I am sorry.';
const BOOK = { bookAt: `/book/${DOCTOR.id}` };
const BY_DOCTOR = { by: 'other', name: DOCTOR.name } as const;
const CANCELED: CalledOff = { ...BOOK, did: { what: 'canceled', ...BY_DOCTOR }, note: NOTE };
const DECLINED: CalledOff = { ...BOOK, did: { what: 'declined', ...BY_DOCTOR }, note: NOTE };
const BY_CLINIC: CalledOff = { ...BOOK, did: { what: 'canceled', by: 'clinic', name: '' }, note: null };
const EXPIRED: CalledOff = { ...BOOK, did: { what: 'expired', by: 'clinic', name: '' }, note: null };
const TO_DOCTOR: CalledOff = { did: { what: 'canceled', by: 'other', name: PATIENT.name }, note: NOTE, bookAt: null };

interface EndingProps {
  closed?: (typeof CLOSED)[number];
  failed?: FailureCode;
  calledOff?: CalledOff;
}

async function Ending(props: EndingProps) {
  return inWords(<EndingState {...(await callProps())} {...props} />);
}

/** Every state of a call, from before it opens to after its end. */
export const call: Record<string, () => ReactNode> = {
  ...Object.fromEntries(CLOSED.map((state) => [`closed ${state}`, () => <Ending closed={state} />])),
  'closed appointment_canceled by the doctor': () => <Ending closed="appointment_canceled" calledOff={CANCELED} />,
  'closed appointment_canceled by the clinic': () => <Ending closed="appointment_canceled" calledOff={BY_CLINIC} />,
  'closed appointment_canceled by the patient': () => <Ending closed="appointment_canceled" calledOff={TO_DOCTOR} />,
  'closed appointment_declined by the doctor': () => <Ending closed="appointment_declined" calledOff={DECLINED} />,
  'closed appointment_declined by nobody': () => <Ending closed="appointment_declined" calledOff={EXPIRED} />,
  ...Object.fromEntries(DOOR_SHOWS.map((show) => [`door ${show}`, () => <Door show={show} />])),
  connecting: () => <Connecting text="Connecting…" />,
  ...Object.fromEntries(IN_CALL_SHOWS.map((show) => [`call ${show}`, () => <InCall show={show} />])),
  ...Object.fromEntries(FAILED.map((code) => [`failed ${code}`, () => <Ending failed={code} />])),
  'failed appointment_canceled by the doctor': () => <Ending failed="appointment_canceled" calledOff={CANCELED} />,
  left: () => <Ending />,
};

import 'server-only';
import { getTranslations } from 'next-intl/server';
import { shortName } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader, when } from '@/lib/appointments/when';
import type { Role } from '@/lib/platform/actor';

interface ProposedTimeProps {
  appointment: AppointmentView;
  readerRole: Role;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
  /** On a card among others, for its patient. */
  short?: boolean;
}

const SENTENCES = { patient: 'proposal', doctor: 'proposalToDoctor', admin: 'proposalToDesk' } as const;

/** The time that a patient asked for instead of an appointment's, while it is open; nothing otherwise. */
export async function ProposedTime({ appointment, readerRole, reader, now, short = false }: ProposedTimeProps) {
  const { status, proposedStartsAt: at, proposedEndsAt: end, doctor, patient } = appointment;
  if (status !== 'confirmed' || !at || !end || at.getTime() <= now) return null;
  const t = await getTranslations('appointment');
  return (
    <p className="rounded-m bg-wait-wash px-4 py-3 text-wait tabular-nums">
      {t(short ? 'proposalShort' : SENTENCES[readerRole], {
        when: when(at.getTime(), short ? null : end.getTime(), now, inSentence(reader)),
        doctor: shortName(doctor.name),
        patient: patient.name,
      })}
    </p>
  );
}

import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { detailsKey } from '@/components/appointments/answers/available';
import { Join } from '@/components/appointments/join/join';
import { ProposedTime } from '@/components/appointments/visit/proposed-time';
import { StatusBadge } from '@/components/appointments/visit/status-badge';
import { appointmentWords } from '@/components/appointments/words/words';
import { Face } from '@/components/ui/face';
import { initials } from '@/components/ui/names';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Reader } from '@/lib/appointments/when';

interface NextCardProps {
  appointment: AppointmentView;
  reader: Reader;
  now: number;
}

/** The next appointment, in the largest type of the page. */
export async function NextCard({ appointment, reader, now }: NextCardProps) {
  const [t, schedule, words] = await Promise.all([
    getTranslations('home'),
    getTranslations('schedule'),
    appointmentWords(appointment, now, reader),
  ]);
  return (
    <section aria-labelledby="next" className="card grid gap-4 p-5 sm:p-6">
      <h2 id="next" className="sr-only">
        {t('next')}
      </h2>
      <div className="flex items-center gap-4">
        <Face initials={initials(appointment.doctor.name)} />
        <div id="next-who" className="min-w-0">
          <p className="text-lg font-bold tracking-[-0.01em]">{appointment.doctor.name}</p>
          <p className="text-ink-2">
            {appointment.doctor.specialty} · {words.length}
          </p>
        </div>
      </div>
      <div>
        <p className="text-3xl font-bold tracking-[-0.03em] tabular-nums">{words.start}</p>
        <p className="mt-1 text-ink-2">{words.yourTime}</p>
      </div>
      <StatusBadge status={appointment.status} />
      <ProposedTime {...{ appointment, reader, now }} readerRole="patient" short />
      <Join appointment={appointment} reader={reader} now={now} from="/" describedBy="next-who" announced />
      <Link
        href={`/appointments/${appointment.id}`}
        prefetch={false}
        aria-describedby="next-who"
        className="link inline-flex min-h-11 items-center justify-self-start"
      >
        {schedule(detailsKey(appointment, 'patient', now))}
      </Link>
    </section>
  );
}

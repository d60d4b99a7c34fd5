import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { doctorsWithVisits } from '@/lib/appointments/queries/coming-visits';
import type { Actor } from '@/lib/platform/actor';

/** Doctors whose accounts are disabled and who have visits to come: nobody sees those patients until somebody else has them. */
export async function WaitingVisits({ actor }: { actor: Actor }) {
  const doctors = (await doctorsWithVisits(actor, new Date())).filter(({ disabled }) => disabled);
  if (doctors.length === 0) return null;
  const t = await getTranslations('handOver');
  return (
    <section aria-labelledby="waiting-visits" className="rounded-m bg-wait-wash px-4 py-2 text-wait">
      <h2 id="waiting-visits" className="pt-1 text-sm">
        {t('waiting')}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {doctors.map(({ id, name, count }) => (
          <li key={id}>
            <Link
              href={`/hand-over?from=${id}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline underline-offset-3"
            >
              {t('waitingOf', { doctor: name, count })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { doctorsWithVisits } from '@/lib/appointments/queries/coming-visits';
import type { Actor } from '@/lib/platform/actor';

/** First of handing over: whose visits. Doctors who are disabled come first: nobody sees their patients. */
export async function WhoseVisits({ actor, now }: { actor: Actor; now: number }) {
  const [t, found] = await Promise.all([getTranslations('handOver'), doctorsWithVisits(actor, new Date(now))]);
  const doctors = [...found.filter(({ disabled }) => disabled), ...found.filter(({ disabled }) => !disabled)];
  return (
    <div className="mx-auto grid max-w-2xl gap-5 px-4 py-6 text-sm sm:px-6">
      <h1>{t('title')}</h1>
      {doctors.length === 0 ? (
        <p className="card p-5 text-ink-2">{t('nobody')}</p>
      ) : (
        <ul aria-label={t('whose')} className="grid gap-2">
          {doctors.map(({ id, name, disabled, count }) => (
            <li key={id}>
              <Link
                href={`/hand-over?from=${id}`}
                prefetch={false}
                className="flex min-h-13 flex-wrap items-center justify-between gap-x-4 rounded-m border border-line bg-card px-4 py-2 hover:bg-wash"
              >
                <span className="font-[650]">{name}</span>
                <span className={disabled ? 'font-semibold text-wait' : 'text-ink-2'}>
                  {t(disabled ? 'countDisabled' : 'count', { count })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { reader, unbroken } from '@/components/appointments/words/words';
import { firstName } from '@/components/ui/names';
import { OpenButton } from '@/components/ui/open-button';
import { nextAppointment } from '@/lib/appointments/queries/next-appointment';
import { nextMidnight, partOfDay } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { settings } from '@/lib/platform/settings';
import { NextCard } from './next-card';

export async function PatientHome({ actor }: { actor: Actor }) {
  const now = Date.now();
  const [t, to, next] = await Promise.all([
    getTranslations('home'),
    reader(actor),
    nextAppointment(actor, new Date(now)),
  ]);
  const { phone } = settings().clinic;
  return (
    <div className="mx-auto grid max-w-140 gap-6 px-4 py-6 sm:px-6">
      <KeepFresh renderedAt={now} until={nextMidnight(now, to.zone)} />
      <h1>{t(`greeting.${partOfDay(now, to.zone)}`, { name: firstName(actor.name) })}</h1>
      {next ? (
        <NextCard appointment={next} reader={to} now={now} />
      ) : (
        <section aria-labelledby="next" className="card grid gap-2 p-6">
          <h2 id="next">{t('none')}</h2>
          <p className="text-ink-2">{t('noneText', { call: phone ? 'yes' : 'no', phone: unbroken(phone) })}</p>
        </section>
      )}
      <div className="grid gap-3">
        <Link href="/book" prefetch={false} className={`button ${next ? '' : 'button-go'}`}>
          {t('book')}
        </Link>
        <OpenButton href="/schedule" opening={t('opening')}>
          {t('schedule')}
        </OpenButton>
      </div>
    </div>
  );
}

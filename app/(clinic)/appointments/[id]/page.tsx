import { CalendarPlus } from 'lucide-react';
import { getFormatter, getTranslations } from 'next-intl/server';
import { Actions } from '@/components/appointments/answers/actions';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { nextEnd } from '@/components/appointments/clock/upcoming';
import { CopyLink } from '@/components/appointments/visit/copy-link';
import { Details } from '@/components/appointments/visit/details';
import { EarlierVisits } from '@/components/appointments/visit/earlier-visits.server';
import { History } from '@/components/appointments/visit/history.server';
import { Series } from '@/components/appointments/visit/series';
import { peopleBeside } from '@/components/appointments/words/people-beside';
import { reader } from '@/components/appointments/words/words';
import { HandOverLink } from '@/components/hand-over/hand-over-link';
import { shortName } from '@/components/ui/names';
import { Words } from '@/components/ui/words';
import { nextMidnight } from '@/lib/appointments/when';
import { settings } from '@/lib/platform/settings';
import { answerVisit } from '../../requests/actions';
import { cancelVisit } from './actions';
import { readAppointment } from './read';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ done?: string | string[] }>;
}

async function read({ params }: Props) {
  const { actor, appointment } = await readAppointment((await params).id);
  const [t, format] = await Promise.all([getTranslations('appointment'), getFormatter()]);
  const names = format.list(peopleBeside(actor, appointment).map(({ name }) => name));
  return { actor, appointment, t, title: t('title', { names }) };
}

export async function generateMetadata(props: Props) {
  return { title: (await read(props)).title };
}

// No loading.tsx beside this page: with one the answer begins before it is known whether it is a 404.
export default async function AppointmentPage(props: Props) {
  const { actor, appointment, t, title } = await read(props);
  const [to, { done }] = await Promise.all([reader(actor), props.searchParams]);
  const now = Date.now();
  const { id, startsAt, status, proposedStartsAt, doctor } = appointment;
  const holds = [nextMidnight(now, to.zone), nextEnd([appointment], now), startsAt.getTime()].filter((at) => at > now);
  // What was just done, as long as nobody has answered it.
  const holdsStill = {
    booked: status === 'pending',
    booked_series: status === 'pending',
    moved: status === 'pending' || status === 'confirmed',
    moved_series: status === 'pending' || status === 'confirmed',
    proposed: proposedStartsAt !== null,
    proposed_series: proposedStartsAt !== null,
  };
  const said = (Object.keys(holdsStill) as (keyof typeof holdsStill)[]).find(
    (word) => word === done && holdsStill[word],
  );
  const about = { appointment, actor, reader: to, now };
  const url = `${settings().origin}/appointments/${id}`;
  return (
    <div className="mx-auto grid max-w-160 gap-6 px-4 py-6 sm:px-6">
      <KeepFresh renderedAt={now} until={Math.min(...holds)} />
      <h1>{title}</h1>
      {said && (
        <p role="status" className="rounded-m bg-ok-wash px-4 py-3 font-semibold text-ok">
          {t(`done.${said}`, { doctor: shortName(doctor.name) })}
        </p>
      )}
      <Words of={['join', 'actions', 'series', 'send']}>
        <Details {...about} />
        <Actions {...about} answer={answerVisit} cancel={cancelVisit} />
      </Words>
      <div className="grid gap-3 sm:flex sm:flex-wrap">
        {actor.role !== 'admin' && (
          <a href={`/api/appointments/${id}/calendar.ics`} download className="button">
            <CalendarPlus aria-hidden className="size-5" />
            {t('calendar')}
          </a>
        )}
        <HandOverLink {...about} />
        <Words of={['copyLink']}>
          <CopyLink url={url} kind="appointment" />
        </Words>
      </div>
      <Series {...about} />
      {actor.role === 'doctor' && <EarlierVisits {...about} />}
      <History {...about} />
    </div>
  );
}

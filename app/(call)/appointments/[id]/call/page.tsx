import { notFound } from 'next/navigation';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import { idOf } from '@/app/api/guard';
import { clinicContact } from '@/app/clinic-contact';
import { pageActor } from '@/app/page-actor';
import { NoteUse } from '@/components/accounts/note-use';
import { OwnPage } from '@/components/accounts/own-page';
import { Call } from '@/components/call/call';
import { calledOff } from '@/components/call/endings/called-off.server';
import { namesBut } from '@/components/call/people/people';
import { Words } from '@/components/ui/words';
import { joinSpan } from '@/lib/appointments/policy';
import { findAppointment } from '@/lib/appointments/queries/find-appointment';
import { rosterOf } from '@/lib/appointments/roster';
import { joinable } from '@/lib/appointments/views/select';
import { moment, type Reader, when, zoneCity } from '@/lib/appointments/when';
import { safePath } from '@/lib/platform/paths';
import { settings } from '@/lib/platform/settings';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

async function read({ params, searchParams }: Props) {
  const { id } = await params;
  const from = safePath((await searchParams).from);
  const actor = await pageActor();
  const appointment = await findAppointment(actor, idOf({ id }));
  if (!appointment) notFound();
  return { id, from, actor, appointment, roster: rosterOf(appointment) };
}

export async function generateMetadata(props: Props) {
  const { roster, actor } = await read(props);
  const [t, format] = await Promise.all([getTranslations('call.page'), getFormatter()]);
  return { title: t('title', { name: format.list(namesBut(roster, actor.id)) }) };
}

// No loading.tsx beside this page: with one the answer begins before it is known whether it is a 404.
export default async function CallPage(props: Props) {
  const { id, from, actor, appointment, roster } = await read(props);
  const { joinWindow } = settings();
  const clinic = await clinicContact();
  const now = Date.now();
  const reader: Reader = { locale: (await getLocale()) as Reader['locale'], zone: actor.zone };
  const rules = joinable(appointment);
  const { opensAt, closesAt } = joinSpan(rules, joinWindow);
  return (
    <Words of={['call']}>
      <OwnPage person={actor.id} />
      <NoteUse />
      <Call
        appointmentId={id}
        revision={appointment.revision}
        appointment={rules}
        window={joinWindow}
        renderedAt={now}
        me={{ id: actor.id, name: actor.name, zone: actor.zone }}
        roster={roster}
        from={from}
        opens={moment(opensAt, now, reader)}
        closes={moment(closesAt, now, reader)}
        when={when(rules.startsAt, null, now, reader)}
        whenInFull={`${when(rules.startsAt, rules.endsAt, now, reader)} (${zoneCity(reader.zone, reader.locale)})`}
        reason={appointment.reason}
        calledOff={await calledOff(actor, appointment)}
        clinic={{
          name: clinic.name,
          phone: clinic.phone?.number ?? null,
          address: clinic.address?.text ?? null,
          note: clinic.note,
        }}
      />
    </Words>
  );
}

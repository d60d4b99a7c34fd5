import { notFound } from 'next/navigation';
import { getLocale, getTranslations } from 'next-intl/server';
import { idOf } from '@/app/api/guard';
import { clinicContact } from '@/app/clinic-contact';
import { pageActor } from '@/app/page-actor';
import { Call } from '@/components/call/call';
import { makeCallWords } from '@/components/call/make-words';
import { joinSpan } from '@/lib/appointments/policy';
import { findAppointment } from '@/lib/appointments/queries/find-appointment';
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
  const path = `/appointments/${encodeURIComponent(id)}/call`;
  const actor = await pageActor(from === '/' ? path : `${path}?from=${encodeURIComponent(from)}`);
  const appointment = await findAppointment(actor, idOf({ id }));
  if (!appointment) notFound();
  const other = appointment.doctor.id === actor.id ? appointment.patient : appointment.doctor;
  return { id, from, actor, appointment, other };
}

export async function generateMetadata(props: Props) {
  const { other } = await read(props);
  const t = await getTranslations('call.page');
  return { title: t('title', { other: other.name }) };
}

const momentWords = (name: string, { kind, day, time }: ReturnType<typeof moment>) => ({
  [`${name}Kind`]: kind,
  [`${name}Day`]: day,
  [`${name}Time`]: time,
});

// No loading.tsx beside this page: with one the answer begins before it is known whether it is a 404.
export default async function CallPage(props: Props) {
  const { id, from, actor, appointment, other } = await read(props);
  const { joinWindow } = settings();
  const clinic = await clinicContact();
  const now = Date.now();
  const reader: Reader = { locale: (await getLocale()) as Reader['locale'], zone: actor.zone };
  const rules = joinable(appointment);
  const { opensAt, closesAt } = joinSpan(rules, joinWindow);
  const words = await makeCallWords({
    other: other.name,
    me: actor.name,
    phone: clinic.phone?.number ?? '',
    address: clinic.address?.text ?? '',
    ...momentWords('open', moment(opensAt, now, reader)),
    ...momentWords('close', moment(closesAt, now, reader)),
  });
  return (
    <Call
      appointmentId={id}
      appointment={rules}
      window={joinWindow}
      renderedAt={now}
      me={{ id: actor.id, name: actor.name }}
      other={other.name}
      from={from}
      words={words}
      when={when(rules.startsAt, null, now, reader)}
      whenInFull={`${when(rules.startsAt, rules.endsAt, now, reader)} (${zoneCity(reader.zone, reader.locale)})`}
      reason={appointment.reason}
      clinic={{
        name: clinic.name,
        phone: clinic.phone?.number ?? null,
        address: clinic.address?.text ?? null,
        note: clinic.note,
      }}
    />
  );
}

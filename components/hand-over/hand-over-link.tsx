import 'server-only';
import { ArrowRightLeft } from 'lucide-react';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { mayHandOver } from '@/lib/appointments/transitions';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

interface HandOverLinkProps {
  appointment: AppointmentView;
  actor: Actor;
  /** Milliseconds since the epoch. */
  now: number;
}

/** The front desk's way from one appointment to giving it to another doctor. */
export async function HandOverLink({ appointment, actor, now }: HandOverLinkProps) {
  const { id, status, doctor, startsAt, endsAt } = appointment;
  const subject = { status, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() };
  if (mayHandOver(subject, actor.role, now) !== 'ok') return null;
  const t = await getTranslations('handOver');
  return (
    <Link href={`/hand-over?from=${doctor.id}&visit=${id}`} prefetch={false} className="button">
      <ArrowRightLeft aria-hidden className="size-5" />
      {t('link')}
    </Link>
  );
}

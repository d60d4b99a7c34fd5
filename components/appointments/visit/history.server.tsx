import 'server-only';
import { getTranslations } from 'next-intl/server';
import { knownKey } from '@/components/ui/known-key';
import { type HistoryEntry, listHistory } from '@/lib/appointments/queries/history';
import type { AppointmentView } from '@/lib/appointments/views/select';
import { inSentence, type Reader, when } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';

interface HistoryProps {
  appointment: AppointmentView;
  actor: Actor;
  reader: Reader;
  /** Milliseconds since the epoch. */
  now: number;
}

/** Who did what to an appointment and when, the first first. */
export async function History({ appointment, actor, reader, now }: HistoryProps) {
  const [t, entries] = await Promise.all([getTranslations('appointment'), listHistory(actor, appointment.id)]);
  const time = (iso: string | null) => (iso ? when(Date.parse(iso), null, now, inSentence(reader)) : '');
  const say = ({ action, actor: who, ...entry }: HistoryEntry) =>
    t(knownKey(t, `did.${action}`, 'did.other'), {
      who: who ?? t('bySystem'),
      from: time(entry.startsAtAfter),
      before: time(entry.startsAtBefore),
      proposed: time(entry.proposedStartsAt),
      former: entry.doctorBefore ?? '',
      doctor: entry.doctorAfter ?? '',
    });
  return (
    <section aria-labelledby="history" className="grid gap-3">
      <h2 id="history">{t('history')}</h2>
      {entries.length === 0 ? (
        <p className="text-ink-2">{t('noHistory')}</p>
      ) : (
        <ol className="grid gap-3 border-l-2 border-line pl-4">
          {entries.map((entry) => (
            <li key={entry.id}>
              <p>
                {say(entry)}
                {entry.scope && ` ${t(`didScope.${entry.scope === 'all' ? 'all' : 'following'}`)}`}
              </p>
              <p className="text-note text-ink-2 tabular-nums">
                <time dateTime={entry.at.toISOString()}>{when(entry.at.getTime(), null, now, reader)}</time>
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

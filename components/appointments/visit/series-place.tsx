import { Repeat } from 'lucide-react';
import { seriesWords } from '@/components/appointments/words/series-words.server';
import type { AppointmentView } from '@/lib/appointments/views/select';
import type { Actor } from '@/lib/platform/actor';

/** The sign of a visit that repeats, and which one of how many it is. */
export async function SeriesPlace({ appointment, actor }: { appointment: AppointmentView; actor: Actor }) {
  const words = await seriesWords(actor, appointment);
  if (!words) return null;
  return (
    <p className="flex items-center gap-1.5 text-ink-2">
      <Repeat aria-hidden className="size-4 shrink-0" />
      {words.place}
    </p>
  );
}

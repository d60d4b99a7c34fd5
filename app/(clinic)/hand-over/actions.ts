'use server';

import { refresh } from 'next/cache';
import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { refusalText } from '@/components/appointments/words/refusal.server';
import { reader } from '@/components/appointments/words/words';
import type { Sent } from '@/components/ui/use-send';
import { handOver } from '@/lib/appointments/commands/hand-over';
import { handOverInput } from '@/lib/appointments/schema/hand-over';
import { inSentence, when } from '@/lib/appointments/when';
import { refuse } from '@/lib/platform/problems';

/** Gives visits to another doctor, all or none; the page shows what is left. The front desk's. */
export async function handOverVisits(input: unknown): Promise<Sent> {
  const actor = await pageActor();
  const asked = handOverInput.safeParse(input);
  if (!asked.success) return { ok: false, text: await refusalText(refuse('invalid_request')) };
  const result = await handOver(actor, asked.data, new Date());
  refresh();
  const t = await getTranslations('handOver');
  if (result.ok) return { ok: true };
  if (result.code === 'appointment_changed') return { ok: false, text: t('changed') };
  if (result.code !== 'slot_taken' || !result.conflicts) return { ok: false, text: await refusalText(result) };
  const to = inSentence(await reader(actor));
  const times = result.conflicts.map((start) => when(Date.parse(start), null, Date.now(), to));
  return { ok: false, text: t('takenMeanwhile', { times: times.join('; ') }) };
}

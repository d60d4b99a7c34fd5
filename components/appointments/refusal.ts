import { getTranslations } from 'next-intl/server';
import type { Problem } from '@/lib/platform/problems';

/** What a person is told of a refusal; of a lost race, what happened meanwhile. */
export async function refusalText({ code, current }: Problem): Promise<string> {
  const t = await getTranslations('problems');
  if (code === 'appointment_changed') return t('changed', { status: current?.status ?? 'other' });
  return t(t.has(code) ? code : 'other');
}

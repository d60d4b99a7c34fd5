import 'server-only';
import { getFormatter, getTranslations } from 'next-intl/server';
import { dailyCounts } from '@/lib/accounts/queries/counts';
import type { Actor } from '@/lib/platform/actor';
import { countWords } from './count-words';

/** Sign-ins, ended sessions and refusals of the last days, for the admin. */
export async function SecurityCounts({ actor }: { actor: Actor }) {
  const [t, format, days] = await Promise.all([
    getTranslations('security'),
    getFormatter(),
    dailyCounts(actor, new Date()),
  ]);
  return (
    <div className="mx-auto grid max-w-160 gap-5 px-4 py-6 text-sm sm:px-6">
      <h1>{t('title')}</h1>
      <p className="text-ink-2">{t('text')}</p>
      {days.length === 0 && <p className="card p-5 text-ink-2">{t('none')}</p>}
      {days.map(({ day, counts }) => (
        <div key={day.getTime()} className="card overflow-hidden">
          <table className="w-full">
            <caption className="px-4 pt-4 pb-2 text-left text-lg font-bold">
              {format.dateTime(day, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' })}
            </caption>
            <thead className="text-left text-ink-2">
              <tr>
                <th scope="col" className="px-4 py-2 font-semibold">
                  {t('kind')}
                </th>
                <th scope="col" className="px-4 py-2 text-right font-semibold">
                  {t('count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {counts.map(({ kind, count }) => (
                <tr key={kind} className="border-t border-line">
                  <th scope="row" className="px-4 py-2.5 text-left font-normal wrap-anywhere">
                    {countWords(kind, t)}
                  </th>
                  <td className="px-4 py-2.5 text-right tabular-nums">{format.number(count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </div>
  );
}

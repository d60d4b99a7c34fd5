import 'server-only';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { EndReason } from '@/lib/accounts/policy';
import { dailyCounts } from '@/lib/accounts/queries/counts';
import type { Actor } from '@/lib/platform/actor';

/** Sign-ins, ended sessions and refusals of the last days, for the admin. */
export async function SecurityCounts({ actor }: { actor: Actor }) {
  const [t, format, days] = await Promise.all([
    getTranslations('security'),
    getFormatter(),
    dailyCounts(actor, new Date()),
  ]);
  const words = (kind: string) => {
    const [counted = '', sort = ''] = kind.split(':');
    if (counted === 'signed_in') return t('signed_in');
    if (counted === 'sign_in_refused') return t(sort === 'disabled' ? 'disabled' : 'wrong_credentials');
    if (counted === 'password_refused') return t('password_refused');
    if (counted === 'device_link') return t(sort === 'used' ? 'device_link.used' : 'device_link.asked');
    if (counted === 'session_ended') return t(`session_ended.${sort as EndReason}`);
    return t(counted === 'limited' ? 'limited' : 'refused', { sort: sort.replaceAll('_', ' ') });
  };
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
                    {words(kind)}
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

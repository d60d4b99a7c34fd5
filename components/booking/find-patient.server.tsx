import 'server-only';
import { getTranslations } from 'next-intl/server';
import { findPatients } from '@/lib/accounts/queries/patients';
import type { Actor } from '@/lib/platform/actor';

/** First of booking for somebody: whom. By name or e-mail, in the address, without code. */
export async function FindPatient({ actor, text }: { actor: Actor; text: string }) {
  const [t, found] = await Promise.all([getTranslations('bookFor'), text ? findPatients(actor, text) : []]);
  return (
    <div className="grid gap-4">
      <search>
        <form action="/book-for" method="get" className="flex flex-wrap items-end gap-3">
          <div className="grid min-w-56 flex-1 gap-1">
            <label htmlFor="patient" className="font-semibold">
              {t('find')}
            </label>
            <input
              id="patient"
              name="q"
              type="search"
              required
              maxLength={100}
              defaultValue={text}
              className="field min-h-11"
            />
          </div>
          <button type="submit" className="button button-small">
            {t('search')}
          </button>
        </form>
      </search>
      {text && (
        <section aria-label={t('found', { count: found.length })} className="grid gap-2">
          <p role="status" className="text-ink-2">
            {t('found', { count: found.length })}
          </p>
          <ul className="grid gap-2">
            {found.map(({ id, name, email }) => (
              <li key={id}>
                <a
                  href={`/book-for?patient=${id}`}
                  className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 rounded-m border border-line bg-card px-4 py-2 hover:bg-wash"
                >
                  <span className="font-[650]">{name}</span>
                  <span className="break-all text-ink-2">{email}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import { Search } from '@/components/ui/search';
import { findPatients } from '@/lib/accounts/queries/patients';
import type { Actor } from '@/lib/platform/actor';

/** A search for the patient to book for, by name or e-mail; its text is in the address, so that it needs no code. */
export async function FindPatient({ actor, text }: { actor: Actor; text: string }) {
  const [t, found] = await Promise.all([getTranslations('bookFor'), text ? findPatients(actor, text) : []]);
  return (
    <div className="grid gap-4">
      <Search path="/book-for" label={t('find')} text={text} required go={t('search')} />
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

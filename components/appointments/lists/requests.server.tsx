import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import { Answers } from '@/components/appointments/answers/answers';
import { bySeries } from '@/components/appointments/answers/by-series';
import { KeepFresh } from '@/components/appointments/clock/keep-fresh';
import { reader } from '@/components/appointments/words/words';
import { NewsArea } from '@/components/ui/news';
import { searchAppointments } from '@/lib/appointments/queries/search';
import { LIST_VIEWS } from '@/lib/appointments/schema/list-view';
import { nextMidnight } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import { type ListSearch, searchParams } from './list-search';
import { MorePages } from './more-pages';
import { RequestItem } from './request-item';
import { SearchForm } from './search-form';

interface RequestsProps {
  actor: Actor;
  search: ListSearch;
  answer: AnswerVisit;
}

/** A doctor's appointments as lists: those that wait for an answer, those to come, those that are over. */
export async function Requests({ actor, search, answer }: RequestsProps) {
  const now = Date.now();
  const list = search.list ?? 'pending';
  const [t, to, { items, nextCursor }] = await Promise.all([
    getTranslations('requests'),
    reader(actor),
    searchAppointments(actor, { ...search, list }, new Date(now)),
  ]);
  const lines = list === 'pending' ? bySeries(items) : items.map((first) => ({ first, others: [] }));
  const kept = searchParams({ name: search.name, day: search.day });
  return (
    <div className="mx-auto grid max-w-4xl gap-5 px-4 py-6 text-sm sm:px-6">
      <KeepFresh renderedAt={now} until={nextMidnight(now, to.zone)} />
      <h1>{t('title')}</h1>
      <nav aria-label={t('views')} className="flex flex-wrap gap-1 border-b border-line pb-2">
        {LIST_VIEWS.map((view) => (
          <Link
            key={view}
            prefetch={false}
            href={`/requests?${new URLSearchParams([['view', view], ...kept])}`}
            aria-current={view === list ? 'page' : undefined}
            className="inline-flex min-h-11 items-center rounded-small px-3.5 text-ink-2 hover:text-ink aria-[current]:bg-wash aria-[current]:font-semibold aria-[current]:text-ink"
          >
            {t(`view.${view}`)}
          </Link>
        ))}
      </nav>
      <SearchForm
        key={list}
        path="/requests"
        search={{ ...search, list }}
        nameLabel={t('patient')}
        narrowed={kept.size > 0}
      />
      <NewsArea>
        {items.length === 0 ? (
          <p className="card p-5 text-ink-2">{t(kept.size > 0 ? 'nothingFound' : `none.${list}`)}</p>
        ) : (
          <ul className="grid gap-3">
            {lines.map(({ first, others }) => (
              <li key={first.id} className="rounded-m border border-line bg-card p-4">
                <RequestItem {...{ actor, now, others }} appointment={first} reader={to} place="list">
                  <Answers {...{ actor, now }} appointment={first} send={answer} forAll={others.length > 0} />
                </RequestItem>
              </li>
            ))}
          </ul>
        )}
      </NewsArea>
      <MorePages path="/requests" search={{ ...search, list }} nextCursor={nextCursor} />
    </div>
  );
}

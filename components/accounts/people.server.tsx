import 'server-only';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { WaitingVisits } from '@/components/hand-over/waiting-visits.server';
import { NewsArea } from '@/components/ui/news';
import { Notice } from '@/components/ui/notice';
import { type PeopleSearch, searchPeople } from '@/lib/accounts/queries/people';
import type { Actor } from '@/lib/platform/actor';
import type { Guarded } from './ask-password';
import { Invitations } from './invitations.server';
import { PeoplePages } from './people-pages';
import { PeopleSearchForm } from './people-search';
import { PeopleTable } from './people-table.server';

export interface PeopleActions {
  changeDisabled: (id: string, disabled: boolean) => Promise<Guarded>;
  sendAgain: (id: string) => Promise<Guarded>;
  withdraw: (id: string) => Promise<Guarded>;
}

interface PeopleProps {
  actor: Actor;
  search: PeopleSearch;
  /** Somebody was invited just now. */
  invited: boolean;
  actions: PeopleActions;
}

/** The front desk's page: everyone with an account, the invitations, and the visits that wait to be handed over. */
export async function People({ actor, search, invited, actions }: PeopleProps) {
  const [t, { people, total, page, pages }] = await Promise.all([
    getTranslations('people'),
    searchPeople(actor, search),
  ]);
  return (
    <div className="mx-auto grid max-w-5xl gap-5 px-4 py-6 text-sm sm:px-6">
      {invited && <Notice text={t('invitedNow')} />}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="flex flex-wrap items-baseline gap-x-4">
          <h1 id="people">{t('title')}</h1>
          <p className="text-ink-2">{t('count', { count: total })}</p>
        </div>
        <Link href="/invite" prefetch={false} className="button button-small">
          {t('invite')}
        </Link>
      </div>
      <NewsArea>
        <WaitingVisits actor={actor} />
        <Invitations actor={actor} sendAgain={actions.sendAgain} withdraw={actions.withdraw} />
        <PeopleSearchForm search={search} />
        {people.length === 0 ? (
          <p className="card p-5 text-ink-2">{t('none')}</p>
        ) : (
          <PeopleTable actor={actor} people={people} changeDisabled={actions.changeDisabled} />
        )}
        <PeoplePages search={search} page={page} pages={pages} />
      </NewsArea>
    </div>
  );
}

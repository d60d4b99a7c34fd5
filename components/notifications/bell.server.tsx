import 'server-only';
import { Bell as BellSign } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { AnswerVisit } from '@/components/appointments/answers/answer-buttons';
import { Answers } from '@/components/appointments/answers/answers';
import { bySeries } from '@/components/appointments/answers/by-series';
import { RequestItem } from '@/components/appointments/lists/request-item';
import { reader } from '@/components/appointments/words/words';
import { NewsArea } from '@/components/ui/news';
import { listRequests } from '@/lib/appointments/queries/requests';
import type { Actor } from '@/lib/platform/actor';

/** The number of requests and proposals that wait for the doctor, and a menu that answers them; opens by the browser itself (popover). */
export async function Bell({ actor, send }: { actor: Actor; send: AnswerVisit }) {
  const now = Date.now();
  const [t, to, requests] = await Promise.all([
    getTranslations('bell'),
    reader(actor),
    listRequests(actor, new Date(now)),
  ]);
  const questions = bySeries(requests);
  const count = questions.length;
  return (
    <>
      <button
        type="button"
        popoverTarget="bell"
        aria-label={t('name', { count })}
        className="relative grid size-11 shrink-0 place-items-center rounded-full border border-line-strong hover:bg-wash"
      >
        <BellSign aria-hidden className="size-5" />
        {count > 0 && (
          <span
            aria-hidden
            className="absolute -top-1.5 -right-1.5 grid h-5.5 min-w-5.5 place-items-center rounded-full bg-alarm px-1 text-[13px] leading-none font-bold text-white tabular-nums"
          >
            {count > 99 ? '99+' : count}
          </span>
        )}
      </button>
      {/* Read out when the number changes, wherever the focus is. */}
      <span role="status" className="sr-only">
        {t('name', { count })}
      </span>
      <div
        id="bell"
        popover="auto"
        role="dialog"
        aria-labelledby="bell-title"
        className="fixed inset-auto top-16 right-3 m-0 max-h-[calc(100dvh-80px)] w-96 max-w-[calc(100vw-24px)] overflow-y-auto overscroll-contain rounded-m border border-line bg-card p-4 text-sm text-ink shadow-card"
      >
        <div className="grid gap-3">
          <h2 id="bell-title">{t('title')}</h2>
          <NewsArea>
            {count === 0 ? (
              <p className="text-ink-2">{t('none')}</p>
            ) : (
              <ul className="grid gap-3">
                {questions.map(({ first: request, others }) => (
                  <li key={request.id} className="border-t border-line pt-3">
                    <RequestItem {...{ actor, now, others }} appointment={request} reader={to} place="bell">
                      <Answers {...{ actor, now, send }} appointment={request} forAll={others.length > 0} />
                    </RequestItem>
                  </li>
                ))}
              </ul>
            )}
          </NewsArea>
          {/* Loads its page anew, which closes the menu. */}
          <a href="/requests" className="link inline-flex min-h-11 items-center justify-self-start">
            {t('all')}
          </a>
        </div>
      </div>
    </>
  );
}

import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { Guarded } from '@/components/accounts/ask-password';
import { NewsArea } from '@/components/ui/news';
import { Notice } from '@/components/ui/notice';
import { ReadyButton } from '@/components/ui/ready-button';
import { ownCalendarChoice } from '@/lib/notifications/queries/calendar-choice';
import type { Actor } from '@/lib/platform/actor';
import { FeedAddress } from './feed-address';
import { FeedSwitch } from './feed-switch';

interface CalendarSectionProps {
  actor: Actor;
  /** The choice that was just saved: mail-on, feed-new, … */
  saved: string | undefined;
  saveVisitMail: (form: FormData) => Promise<void>;
  saveFeed: (form: FormData) => Promise<Guarded>;
}

const SAVED = ['mail-on', 'mail-off', 'feed-on', 'feed-off', 'feed-new', 'feed-password'] as const;

/** The two ways of the own visits into the own calendar, by mail and as a feed. Nothing at the front desk, which has no visits. */
export async function CalendarSection({ actor, saved, saveVisitMail, saveFeed }: CalendarSectionProps) {
  const [t, choice] = await Promise.all([getTranslations('calendarChoice'), ownCalendarChoice(actor)]);
  if (!choice) return null;
  const just = SAVED.find((known) => known === saved);
  const said = just ? t(`saved.${just}`) : '';
  return (
    <section id="calendar" aria-labelledby="calendar-title" className="card grid scroll-mt-24 gap-6 p-5 sm:p-6">
      <h2 id="calendar-title">{t('title')}</h2>
      <form action={saveVisitMail} className="grid gap-4">
        <label className="flex min-h-12 items-center gap-3">
          <input
            type="checkbox"
            name="visitMail"
            defaultChecked={choice.visitMail}
            aria-describedby="visit-mail"
            className="size-5.5 shrink-0 accent-brand"
          />
          {t('mail')}
        </label>
        <p id="visit-mail" className="text-ink-2">
          {t('mailText')}
        </p>
        <div className="flex flex-wrap items-center gap-4">
          <ReadyButton>{t('apply')}</ReadyButton>
          <Notice text={saved?.startsWith('mail') ? said : ''} plain />
        </div>
      </form>
      <div className="grid gap-4 border-t border-line pt-5">
        <h3 className="font-bold">{t('feed')}</h3>
        <p className="text-ink-2">{t('feedText')}</p>
        {/* Anew for each address: the words are the same when it is renewed twice. */}
        <Notice key={choice.feedUrl} text={saved?.startsWith('feed') ? said : ''} plain />
        <NewsArea quiet>
          {choice.feedUrl ? (
            <FeedAddress key={choice.feedUrl} url={choice.feedUrl} save={saveFeed} />
          ) : (
            <FeedSwitch on={choice.feedOn} save={saveFeed} />
          )}
        </NewsArea>
      </div>
    </section>
  );
}

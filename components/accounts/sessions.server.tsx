import 'server-only';
import Bowser from 'bowser';
import { Laptop, Smartphone } from 'lucide-react';
import { getLocale, getTranslations } from 'next-intl/server';
import { NewsArea } from '@/components/ui/news';
import { type OwnSession, ownSessions } from '@/lib/accounts/queries/sessions';
import { inSentence, when as inWords, type Reader } from '@/lib/appointments/when';
import type { Actor } from '@/lib/platform/actor';
import type { Guarded } from './ask-password';
import { EndOthers, EndSession } from './session-buttons';

interface SessionsProps {
  actor: Actor;
  end: (id: string) => Promise<Guarded>;
  endOthers: () => Promise<Guarded>;
}

/** The devices on which the actor is signed in, and a way to sign the others out. */
export async function Sessions({ actor, end, endOthers }: SessionsProps) {
  const now = new Date();
  const [t, locale, sessions] = await Promise.all([getTranslations('sessions'), getLocale(), ownSessions(actor, now)]);
  const reader = inSentence({ locale: locale as Reader['locale'], zone: actor.zone });
  const when = (instant: Date) => inWords(instant.getTime(), null, now.getTime(), reader);
  const devices = sessions.map((session) => deviceOf(session, t));
  const names = apart(
    sessions.map(({ beganAt }, index) => t('deviceBegan', { device: devices[index]?.name ?? '', when: when(beganAt) })),
  );
  return (
    <section id="sessions" aria-labelledby="sessions-title" className="card grid gap-4 p-5 sm:p-6">
      <h2 id="sessions-title">{t('title')}</h2>
      <p className="text-ink-2">{t('text')}</p>
      <NewsArea>
        <ul className="grid gap-2">
          {sessions.map((session, index) => {
            const { name: device = '', handheld } = devices[index] ?? {};
            const Icon = handheld ? Smartphone : Laptop;
            return (
              <li
                key={session.id}
                className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-m border border-line p-4"
              >
                <Icon aria-hidden className="size-6 shrink-0 text-ink-2" />
                <div className="min-w-40 flex-1">
                  <p className="font-semibold">{device}</p>
                  <p className="text-note text-ink-2">
                    {session.own ? t('own') : t('used', { when: when(session.usedAt) })}
                    {' · '}
                    {t('began', { when: when(session.beganAt) })}
                    {' · '}
                    {t(session.unlessUsed ? 'endsUnlessUsed' : 'ends', { when: when(session.endsAt) })}
                  </p>
                </div>
                {!session.own && <EndSession id={session.id} device={device} name={names[index] ?? device} end={end} />}
              </li>
            );
          })}
        </ul>
        {sessions.length > 1 && (
          <div>
            <EndOthers end={endOthers} />
          </div>
        )}
      </NewsArea>
    </section>
  );
}

/** Names, of which each that came before has its number: two of a kind that were signed in to in the same minute. */
function apart(names: string[]): string[] {
  return names.map((name, index) => {
    const before = names.slice(0, index).filter((other) => other === name).length;
    return before > 0 ? `${name} (${before + 1})` : name;
  });
}

/** A device in words: "Chrome, Android". */
function deviceOf({ userAgent }: OwnSession, t: Awaited<ReturnType<typeof getTranslations<'sessions'>>>) {
  const parser = userAgent ? Bowser.getParser(userAgent) : null;
  const parts = [parser?.getBrowserName(), parser?.getOSName()].filter(Boolean);
  return {
    name: parts.length > 0 ? parts.join(', ') : t('unknown'),
    handheld: ['mobile', 'tablet'].includes(parser?.getPlatformType() ?? ''),
  };
}

'use client';

import { useTranslations } from 'next-intl';
import type { Outcome } from './use-hours';

interface SaveOutcomeProps {
  outcome: Outcome | null;
  /** Saves over the hours that someone else left, at that revision. */
  saveOver: (revision: number) => void;
  /** Gives up the draft and shows the hours that are saved. */
  discard: () => void;
}

/** The outcome of saving, and what can be done about it. */
export function SaveOutcome({ outcome, saveOver, discard }: SaveOutcomeProps) {
  const t = useTranslations('hours');
  if (!outcome) return <div role="alert" />;
  const look = outcome.kind === 'saved' ? 'bg-ok-wash text-ok' : 'bg-no-wash text-no';
  return (
    <div role="alert">
      <div className={`grid gap-2 rounded-m px-4 py-3 ${look}`}>
        <p className="font-semibold">{outcome.text}</p>
        {outcome.kind === 'visits' && (
          <ul className="grid gap-1">
            {outcome.visits.map(({ id, text }) => (
              <li key={id}>
                {/* Beside this page: what was typed here stays. */}
                <a
                  href={`/appointments/${id}`}
                  target="_blank"
                  rel="noopener"
                  className="inline-flex min-h-11 items-center underline"
                >
                  {text}
                  <span className="sr-only"> ({t('newTab')})</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {outcome.kind === 'changed' && (
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button button-small" onClick={() => saveOver(outcome.revision)}>
              {t('saveMine')}
            </button>
            <button type="button" className="button button-small" onClick={discard}>
              {t('showTheirs')}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

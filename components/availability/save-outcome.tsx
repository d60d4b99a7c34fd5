'use client';

import type { HoursWords } from './hours-words';
import type { SaveOutcome } from './use-hours';

interface OutcomeProps {
  outcome: SaveOutcome | null;
  words: HoursWords;
  /** Saves over what someone else left, at that revision. */
  saveOver: (revision: number) => void;
  /** Gives up what was typed and shows what is saved. */
  discard: () => void;
}

/** What came of saving, and what can be done about it. */
export function Outcome({ outcome, words, saveOver, discard }: OutcomeProps) {
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
                  <span className="sr-only"> ({words.newTab})</span>
                </a>
              </li>
            ))}
          </ul>
        )}
        {outcome.kind === 'changed' && (
          <div className="flex flex-wrap gap-2">
            <button type="button" className="button button-small" onClick={() => saveOver(outcome.revision)}>
              {words.saveMine}
            </button>
            <button type="button" className="button button-small" onClick={discard}>
              {words.showTheirs}
            </button>
          </div>
        )}
      </div>
    </div>
  );
}

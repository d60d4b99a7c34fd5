'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { RepeatChoice } from '@/lib/appointments/schema/booking-form';
import type { RepeatPreview } from './repeat-choice';

const NOT_AT_ALL: RepeatChoice = { every: '', ends: 'count', count: '4', until: '', except: [] };
/** Typing goes on: nobody wants a list of dates for each key. */
const PAUSE_MS = 250;

/**
 * The repetition that is chosen for the visit of a form, and a preview of its dates. `about` says which visit it is (null: not known
 * yet); what was left out or answered about another visit or rule no longer holds.
 */
export function useRepeat<Visit>(
  about: Visit | null,
  load: (visit: Visit, choice: RepeatChoice) => Promise<RepeatPreview>,
) {
  const unreachable = useTranslations('send')('unreachable');
  const [chosen, setChosen] = useState(NOT_AT_ALL);
  const [shown, setShown] = useState<{ of: string; preview: RepeatPreview } | null>(null);
  const [round, setRound] = useState(0);
  const subject = JSON.stringify(about);
  const [of, setOf] = useState(subject);
  if (of !== subject) {
    setOf(subject);
    setChosen({ ...chosen, except: [], twice: undefined });
  }
  const key = about && chosen.every ? JSON.stringify([about, chosen, round]) : null;
  const latest = useRef({ about, chosen, load });
  latest.current = { about, chosen, load };

  useEffect(() => {
    if (key === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const { about: visit, chosen: choice, load: ask } = latest.current;
      if (visit === null) return;
      const preview = await ask(visit, choice).catch((): RepeatPreview => ({ ok: false, text: unreachable }));
      if (current) setShown({ of: key, preview });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [key, unreachable]);

  const preview = key === null ? null : (shown?.preview ?? null);
  return {
    chosen,
    /** Another rule begins without what was left out of the one before. */
    change: (patch: Partial<RepeatChoice>) => setChosen({ ...chosen, except: [], twice: undefined, ...patch }),
    adjust: (patch: Pick<Partial<RepeatChoice>, 'except' | 'twice'>) => setChosen({ ...chosen, ...patch }),
    preview,
    /** The number of visits that it comes to. */
    visits: preview?.ok ? preview.dates.filter(({ leftOut }) => !leftOut).length : 1,
    loading: key !== null && shown?.of !== key,
    reload: () => setRound(round + 1),
    asked: chosen.every ? chosen : undefined,
  };
}

export type Repeating = Omit<ReturnType<typeof useRepeat>, 'reload' | 'asked'>;

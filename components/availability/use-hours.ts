'use client';

import { unstable_rethrow } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState, useTransition } from 'react';
import { type Draft, type DraftProblems, readDraft } from '@/lib/availability/draft';
import type { HoursInput } from '@/lib/availability/schema';

/** A day with free slots, in words. */
export interface PreviewDay {
  label: string;
  times: string[];
}

/** The server's answer to hours that were to be saved. */
export type Saved =
  | { kind: 'saved'; revision: number; text: string }
  | { kind: 'failed'; text: string }
  /** Visits stand on a day off. */
  | { kind: 'visits'; text: string; visits: { id: string; text: string }[] }
  /** Someone saved meanwhile; `revision` is what they left. */
  | { kind: 'changed'; revision: number; text: string };

/** The outcome of a try to save; `wrong`: the draft cannot be read, and the server was not asked. */
export type Outcome = Saved | { kind: 'wrong'; text: string };

export type SaveHours = (draft: HoursInput) => Promise<Saved>;
export type PreviewHours = (draft: HoursInput) => Promise<PreviewDay[] | null>;

export interface HoursOptions {
  saved: Draft;
  revision: number;
  firstPreview: PreviewDay[];
  save: SaveHours;
  preview: PreviewHours;
}

/** Typing settles before the server is asked what patients would see. Milliseconds. */
const SETTLE = 500;

/** A draft of working hours: edited, looked at, saved. What is typed stays, whatever the server answers. */
export function useHours({ saved, revision: first, firstPreview, save, preview }: HoursOptions) {
  const t = useTranslations('hours');
  const [draft, setDraft] = useState(saved);
  const [revision, setRevision] = useState(first);
  const [dirty, setDirty] = useState(false);
  const [shown, setShown] = useState<PreviewDay[]>(firstPreview);
  const [checked, setChecked] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [saving, start] = useTransition();
  const read = readDraft(draft, revision);
  const readable = read.ok;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each draft is looked at once; what is read from it is new each time
  useEffect(() => {
    if (!dirty || !read.ok) return;
    let current = true;
    const timer = setTimeout(async () => {
      const days = await preview(read.input).catch(() => null);
      if (current && days) setShown(days);
    }, SETTLE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [draft]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [dirty]);

  function edit(change: (draft: Draft) => Draft) {
    setDraft(change);
    setDirty(true);
    if (outcome?.kind === 'saved') setOutcome(null);
  }

  /** Saves over `seen`: the revision that was edited, or the one that someone else left meanwhile. */
  function submit(seen = revision) {
    if (saving) return;
    setChecked(true);
    const input = readDraft(draft, seen);
    if (!input.ok) return setOutcome({ kind: 'wrong', text: t('wrong') });
    start(async () => {
      const result = await save(input.input).catch((error): Saved => {
        unstable_rethrow(error);
        return { kind: 'failed', text: t('unreachable') };
      });
      setOutcome(result);
      if (result.kind !== 'saved') return;
      setRevision(result.revision);
      setDirty(false);
      setChecked(false);
    });
  }

  /** Problems are shown once saving was tried: half-typed times are none of them. */
  const problems: DraftProblems = checked && !read.ok ? read.problems : {};
  return { draft, edit, problems, readable, shown, outcome, saving, submit, discard: () => setDirty(false) };
}

'use client';

import { useState } from 'react';
import type { DayChoice, SlotChoice } from './days';

export interface WeekOfSlots {
  days: DayChoice[];
  /** The span that the days cover, milliseconds since the epoch, `to` exclusive. */
  from: number;
  to: number;
}

/** The slot that someone chose, as long as it is free: it stays chosen while they look at another week, and is `gone` once it is taken. */
export function useChosenSlot({ days, from, to }: WeekOfSlots) {
  const [chosen, choose] = useState<SlotChoice | null>(null);
  const at = chosen ? Date.parse(chosen.startsAt) : Number.NaN;
  const free = days.some(({ slots }) => slots.some(({ startsAt }) => startsAt === chosen?.startsAt));
  const gone = at >= from && at < to && !free;
  return { chosen: gone ? null : chosen, gone, choose };
}

import { ConnectionQuality } from 'livekit-client';
import { useEffect, useRef, useState } from 'react';
import type { ParticipantState } from '@/components/call/people/participants';

type Quality = ParticipantState['quality'];

/** Milliseconds for which it is said that the connection is good again. */
const SHOWN = 6_000;

const isBad = (quality: Quality) => quality !== ConnectionQuality.Excellent && quality !== ConnectionQuality.Unknown;

/** The quality of the connection to be named now, or null: that it is good is worth a word only after it was not. */
export function useQuality(quality: Quality): Quality | null {
  const wasBad = useRef(false);
  const [again, setAgain] = useState(false);
  useEffect(() => {
    if (isBad(quality)) wasBad.current = true;
    if (quality !== ConnectionQuality.Excellent || !wasBad.current) return;
    wasBad.current = false;
    setAgain(true);
    const timer = setTimeout(() => setAgain(false), SHOWN);
    return () => {
      clearTimeout(timer);
      setAgain(false);
    };
  }, [quality]);
  return isBad(quality) || again ? quality : null;
}

import { useEffect, useState } from 'react';

type Parts = typeof import('./parts');

/** Milliseconds until the call's first picture is most likely there. */
const FIRST = 3_000;
/** Milliseconds until a code that did not come is asked for again. */
const AGAIN = 3_000;

/** What opens during a call. Its code is fetched once one is in the call, at once where it is wanted; null: it is not there yet. */
export function useParts({ isIn, wanted }: { isIn: boolean; wanted: boolean }): Parts | null {
  const [parts, setParts] = useState<Parts | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => {
    if (parts || !isIn) return;
    let gone = false;
    const load = () =>
      import('./parts').then(
        ({ ChatPanel, DetailsPanel, DeviceTrouble, Extras, MorePanel, SharedScreen }) =>
          gone || setParts({ ChatPanel, DetailsPanel, DeviceTrouble, Extras, MorePanel, SharedScreen }),
        () => gone || setFailures((failures) => failures + 1),
      );
    const timer = setTimeout(load, failures > 0 ? AGAIN : wanted ? 0 : FIRST);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [parts, isIn, wanted, failures]);
  return parts;
}

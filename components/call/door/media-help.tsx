'use client';

import { TriangleAlert } from 'lucide-react';
import type { MediaState } from '@/components/call/devices/local-media';
import { mediaProblem } from '@/components/call/devices/media-problem';
import { CallUs } from '@/components/call/endings/call-us';
import type { CallWords } from '@/components/call/words';

interface MediaHelpProps {
  media: MediaState;
  words: CallWords;
  phone: string | null;
  onRetry: () => void;
}

/** What is the matter with camera and microphone and how to go on, in place of an error. */
export function MediaHelp({ media, words, phone, onRetry }: MediaHelpProps) {
  const problems = mediaProblem(media);
  return (
    <div role="status" className="grid gap-3 empty:hidden">
      {problems.map((problem) => (
        <section
          key={problem}
          data-media-problem={problem}
          className="grid gap-2 rounded-m bg-wait-wash p-4 text-[17px]"
        >
          <h2 className="flex items-start gap-2 text-wait">
            <TriangleAlert aria-hidden className="mt-0.5 size-5.5 shrink-0" />
            {words.media[problem].title}
          </h2>
          <p>{words.media[problem].text}</p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <button type="button" className="button button-small" onClick={onRetry}>
              {words.tryAgain}
            </button>
            <a className="inline-flex min-h-11 items-center underline underline-offset-4" href="/help">
              {words.help}
            </a>
            <CallUs phone={phone} text={words.callUs} />
          </div>
        </section>
      ))}
    </div>
  );
}

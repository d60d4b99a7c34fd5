'use client';

import { useErrorWords } from '@/components/ui/error-words';

export default function ErrorPage({ retry }: { retry: () => void }) {
  const words = useErrorWords();
  if (!words) return null;
  return (
    <main id="main" className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      <div className="flex flex-wrap gap-3">
        <button type="button" className="button button-go" onClick={() => retry()}>
          {words.retry}
        </button>
        {/* A full load: what failed may be the running page itself. */}
        <a className="button" href="/">
          {words.home}
        </a>
      </div>
      {words.call && (
        <p>
          <a className="link inline-flex min-h-11 items-center" href={`tel:${words.phone?.replace(/[^+\d]/g, '')}`}>
            {words.call}
          </a>
        </p>
      )}
    </main>
  );
}

'use client';

import { telephone } from '@/components/ui/contact';
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
      {words.call && words.phone && (
        <p>
          <a className="link inline-flex min-h-11 items-center" href={telephone(words.phone)}>
            {words.call}
          </a>
        </p>
      )}
    </main>
  );
}

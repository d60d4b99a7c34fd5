'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { LocalMedia } from '@/components/call/devices/local-media';

type Content = ComponentType<{ media: LocalMedia }>;

/** The sound test of the door, closed at first. Its code comes when it is opened; closing it ends whatever it does. */
export function SoundSection({ media }: { media: LocalMedia }) {
  const t = useTranslations('call.words.sound');
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const [content, setContent] = useState<{ Loaded: Content } | 'failed' | null>(null);
  const look = () => setOpen(details.current?.open === true);
  // It may have been opened before the page was alive.
  useEffect(look, []);
  useEffect(() => {
    if (!open) return;
    setContent(null);
    import('./sound-check').then(
      ({ SoundCheck }) => setContent({ Loaded: SoundCheck }),
      () => setContent('failed'),
    );
  }, [open]);
  return (
    <details ref={details} onToggle={look} className="rounded-m border border-line bg-card px-4">
      <summary className="min-h-11 scroll-mb-24 py-2 font-semibold">{t('title')}</summary>
      {open && content && content !== 'failed' && <content.Loaded media={media} />}
      <p role="status" className="pb-3 text-[17px] empty:hidden">
        {content === 'failed' && t('unloaded')}
      </p>
    </details>
  );
}

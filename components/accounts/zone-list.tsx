import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ZoneChoice } from './zone-choices';

interface ZoneListProps {
  choices: ZoneChoice[];
  chosen: string | null;
  onChoose: (zone: string) => void;
  onDone: () => void;
}

/** A text without case and accents, as people type when they search. */
const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[_/-]/g, ' ').toLowerCase();

/** All zones as plain radio buttons under a search: what every phone, keyboard and screen reader knows how to use. */
export function ZoneList({ choices, chosen, onChoose, onDone }: ZoneListProps) {
  const t = useTranslations('form');
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const wanted = plain(text).split(/\s+/).filter(Boolean);
  const found = choices.filter((choice) => {
    const words = plain(choice.join(' '));
    return wanted.every((word) => words.includes(word));
  });

  // The chosen one is far down the alphabet, mostly.
  useEffect(() => {
    const box = list.current;
    const row = box?.querySelector<HTMLElement>(':checked')?.closest('label');
    if (box && row) box.scrollTop = row.offsetTop - box.clientHeight / 2;
  }, []);

  return (
    <div className="grid gap-3 rounded-m border border-line-strong p-3">
      <div className="grid gap-1.5">
        <label htmlFor="zone-search" className="font-semibold">
          {t('zoneSearch')}
        </label>
        <input
          id="zone-search"
          type="search"
          autoComplete="off"
          spellCheck={false}
          // biome-ignore lint/a11y/noAutofocus: it stands where the button was that was just pressed
          autoFocus
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape' && !text) onDone();
          }}
          className="field"
        />
        <p role="status" className="text-note text-ink-2">
          {t('zoneFound', { count: found.length })}
        </p>
      </div>
      {found.length > 0 && (
        <div ref={list} role="radiogroup" aria-label={t('zoneList')} className="relative max-h-72 overflow-y-auto">
          {found.map(([zone, city, country]) => (
            <label key={zone} className="flex min-h-12 items-center gap-3 rounded-small px-2 py-1 hover:bg-wash">
              <input
                type="radio"
                name="zone-choice"
                value={zone}
                checked={zone === chosen}
                onChange={() => onChoose(zone)}
                className="size-5.5 shrink-0 accent-brand"
              />
              <span className="min-w-0">
                {city}
                {country && <span className="text-ink-2">, {country}</span>}
              </span>
            </label>
          ))}
        </div>
      )}
      <button type="button" onClick={onDone} className="button">
        {t('zoneDone')}
      </button>
    </div>
  );
}

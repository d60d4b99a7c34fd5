'use client';

import { useRef, useState } from 'react';
import { useBrowserZone } from './use-browser-zone';
import type { ZoneChoice } from './zone-choices';
import { ZoneList, type ZoneListWords } from './zone-list';

export interface ZoneWords extends ZoneListWords {
  label: string;
  hint: string;
  /** `{time}` is filled here. */
  now: string;
  change: string;
  changeName: string;
  unknown: string;
  /** `{zone}` is filled here. */
  browser: string;
  /** `{city}` is filled here. */
  use: string;
}

interface ZoneFieldProps {
  /** What was chosen before; null: what the browser says. */
  saved: string | null;
  choices: ZoneChoice[];
  error?: string | null;
  words: ZoneWords;
}

function clockIn(zone: string): string | null {
  try {
    const clock = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
    return new Intl.DateTimeFormat('en-GB', clock).format(Date.now());
  } catch {
    // A browser older than the name of the zone.
    return null;
  }
}

/** The zone in which a person reads times: that of the device, until another one is chosen. */
export function ZoneField({ saved, choices, error, words }: ZoneFieldProps) {
  const browser = useBrowserZone();
  const [chosen, setChosen] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const zone = chosen ?? saved ?? browser;

  const nameOf = (wanted: string) => {
    const [, city, country] = choices.find(([name]) => name === wanted) ?? [wanted, wanted, ''];
    return { city, whole: country ? `${city}, ${country}` : city };
  };
  // Without a device's zone this is the server's rendering, whose clock says nothing of the reader's minute.
  const time = browser && zone ? clockIn(zone) : null;
  return (
    <fieldset aria-describedby="zone-hint" className="grid gap-1.5">
      <legend className="mb-1.5 font-semibold">{words.label}</legend>
      <input type="hidden" name="zone" value={zone ?? ''} />
      <div className="flex items-center justify-between gap-3 rounded-m border border-line-strong py-1 pr-1 pl-3.5">
        <p className="min-w-0 py-1.5 wrap-anywhere">
          {zone ? nameOf(zone).whole : words.unknown}
          {time && <span className="block text-note text-ink-2 tabular-nums">{words.now.replace('{time}', time)}</span>}
        </p>
        <button
          ref={opener}
          id="zone"
          type="button"
          aria-label={words.changeName}
          aria-expanded={open}
          aria-describedby={error ? 'zone-error' : undefined}
          onClick={() => setOpen(!open)}
          className="min-h-11 shrink-0 rounded-small px-3 font-semibold text-brand hover:bg-wash"
        >
          {words.change}
        </button>
      </div>
      {open && (
        <ZoneList
          choices={choices}
          chosen={zone}
          onChoose={setChosen}
          onDone={() => {
            setOpen(false);
            opener.current?.focus();
          }}
          words={words}
        />
      )}
      {browser && zone && browser !== zone && (
        <p className="flex flex-wrap items-center gap-x-3 text-note">
          <span>{words.browser.replace('{zone}', nameOf(browser).whole)}</span>
          <button type="button" onClick={() => setChosen(browser)} className="link min-h-11">
            {words.use.replace('{city}', nameOf(browser).city)}
          </button>
        </p>
      )}
      {error && (
        <p id="zone-error" className="text-note font-semibold text-no">
          {error}
        </p>
      )}
      <p id="zone-hint" className="text-note text-ink-2">
        {words.hint}
      </p>
    </fieldset>
  );
}

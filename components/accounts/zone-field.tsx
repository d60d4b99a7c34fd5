import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { FieldNotes } from '@/components/ui/labelled';
import { useBrowserZone } from './use-browser-zone';
import type { ZoneChoice } from './zone-choices';
import { ZoneList } from './zone-list';

interface ZoneFieldProps {
  /** The zone that was chosen before; null: the browser's. */
  saved: string | null;
  choices: ZoneChoice[];
  /** Without one it says that times are shown as clocks there say. */
  hint?: string;
  error?: string | null;
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

/** The field for the zone in which a person reads times: that of the device, until another one is chosen. */
export function ZoneField({ saved, choices, hint, error }: ZoneFieldProps) {
  const t = useTranslations('form');
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
      <legend className="mb-1.5 font-semibold">{t('zone')}</legend>
      <input type="hidden" name="zone" value={zone ?? ''} />
      <div className="flex items-center justify-between gap-3 rounded-m border border-line-strong py-1 pr-1 pl-3.5">
        <p className="min-w-0 py-1.5 wrap-anywhere">
          {zone ? nameOf(zone).whole : t('zoneUnknown')}
          {time && <span className="block text-note text-ink-2 tabular-nums">{t('zoneNow', { time })}</span>}
        </p>
        <button
          ref={opener}
          id="zone"
          type="button"
          aria-label={t('zoneChangeName')}
          aria-expanded={open}
          aria-describedby={error ? 'zone-error' : undefined}
          onClick={() => setOpen(!open)}
          className="min-h-11 shrink-0 rounded-small px-3 font-semibold text-brand hover:bg-wash"
        >
          {t('zoneChange')}
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
        />
      )}
      {browser && zone && browser !== zone && (
        <p className="flex flex-wrap items-center gap-x-3 text-note">
          <span>{t('zoneBrowser', { zone: nameOf(browser).whole })}</span>
          <button type="button" onClick={() => setChosen(browser)} className="link min-h-11">
            {t('zoneUse', { city: nameOf(browser).city })}
          </button>
        </p>
      )}
      <FieldNotes id="zone" error={error} hint={hint ?? t('zoneHint')} />
    </fieldset>
  );
}

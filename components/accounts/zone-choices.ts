import { allZones, modernZone } from '@/lib/accounts/zones';
import { type Reader, zoneCity } from '@/lib/appointments/when';

/** A zone by its IANA name, with the city and the country that a person knows it by. */
export type ZoneChoice = [zone: string, city: string, country: string];

/** Regions of ISO 3166 that have zones of their own, each zone with its region. */
function regionsOfZones(): Map<string, string> {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const found = new Map<string, string>();
  for (const region of letters.flatMap((first) => letters.map((second) => first + second))) {
    const locale = new Intl.Locale(`und-${region}`) as Intl.Locale & { getTimeZones?: () => string[] | undefined };
    // What a code stands for today: there is no clock of East Germany.
    for (const zone of locale.getTimeZones?.() ?? []) found.set(modernZone(zone), locale.region ?? region);
  }
  return found;
}

// Made once: it takes a tenth of a second.
let regions: Map<string, string> | undefined;
const made = new Map<string, ZoneChoice[]>();

/** Every zone with its words in the reader's language, by city. */
export function zoneChoices(locale: Reader['locale']): ZoneChoice[] {
  const known = made.get(locale);
  if (known) return known;
  regions ??= regionsOfZones();
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const choices = allZones().map((zone): ZoneChoice => {
    const region = regions?.get(zone);
    return [zone, zoneCity(zone, locale), region ? (names.of(region) ?? '') : ''];
  });
  const byCity = new Intl.Collator(locale);
  choices.sort(([, a], [, b]) => byCity.compare(a, b));
  made.set(locale, choices);
  return choices;
}

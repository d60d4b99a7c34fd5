import { expect, it } from 'vitest';
import { isZone } from '@/lib/accounts/policy';
import { zoneChoices } from './zone-choices';

it('every zone has a city, and nearly every one a country, in the reader’s language', () => {
  const choices = zoneChoices('en');
  expect(choices.length).toBeGreaterThan(400);
  expect(choices.every(([zone, city]) => isZone(zone) && city !== '')).toBe(true);
  expect(choices.filter(([, , country]) => country === '').map(([zone]) => zone)).toEqual(['UTC']);
  expect(choices).toContainEqual(['Asia/Kathmandu', 'Kathmandu', 'Nepal']);
  expect(choices).toContainEqual(['Europe/Berlin', 'Berlin', 'Germany']);
  expect(zoneChoices('es')).toContainEqual(['Europe/Berlin', 'Berlín', 'Alemania']);
});

import { describe, expect, it } from 'vitest';
import { isZone } from './policy';
import { allZones, modernZone } from './zones';

describe('zones', () => {
  it('are every one of the IANA names, by the names of today', () => {
    const zones = allZones();
    expect(zones.length).toBeGreaterThan(400);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones.every(isZone)).toBe(true);
    for (const zone of [
      'UTC',
      'Europe/London',
      'Asia/Kathmandu',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'America/St_Johns',
    ])
      expect(zones).toContain(zone);
    expect(zones).not.toContain('Asia/Calcutta');
  });

  it('that a browser still calls by an older name are known by the newer one', () => {
    expect(modernZone('Europe/Kiev')).toBe('Europe/Kyiv');
    expect(modernZone('Europe/Madrid')).toBe('Europe/Madrid');
  });

  it.each(['Etc/GMT-2', 'America/Argentina/Buenos_Aires', 'UTC'])('%s is one', (zone) =>
    expect(isZone(zone)).toBe(true),
  );
  it.each(['', '+02:00', 'Mars/Olympus', 'Europe', 'europe/london; drop', 'Europe/../London'])('%j is none', (zone) =>
    expect(isZone(zone)).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import type { Consent, ConsentText } from '../../api';
import { isOlder, purposes } from './model';

const text = (purpose: string, version: number, since: string): ConsentText => ({
  id: `${purpose} ${version}`, purpose, version, titles: { ru: purpose }, recipients: { ru: '' }, bodies: { ru: '' }, oral: false, since, sample: false,
});
const consent = (to: ConsentText, state: Consent['state']): Consent => ({ id: `of ${to.id}`, purpose: to.purpose, given: { text: to.id, given_on: '2026-11-01', channel: 'paper' }, state });

describe('consents of a card', () => {
  const photos = [text('photos', 3, '2027-01-01'), text('photos', 2, '2026-06-01'), text('photos', 1, '2025-09-01')] as const;
  const all = [text('health', 1, '2025-09-01'), ...photos];

  it('shows one line a purpose, with the version in force', () => {
    const found = purposes(all, [], '2026-11-23');
    expect(found.map((each) => each.text.id)).toEqual(['health 1', 'photos 2']);
    expect(found.every((each) => each.last === undefined && !isOlder(each))).toBe(true);
  });

  it('says that other words are in force than those agreed to', () => {
    expect(purposes(all, [consent(photos[2], 'stands')], '2026-11-23').map(isOlder)).toEqual([false, true]);
    expect(purposes(all, [consent(photos[1], 'stands'), consent(photos[2], 'replaced')], '2026-11-23').some(isOlder)).toBe(false);
    expect(purposes(all, [consent(photos[2], 'withdrawn')], '2026-11-23').some(isOlder)).toBe(false);
  });
});

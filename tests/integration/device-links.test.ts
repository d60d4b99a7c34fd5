import { describe, expect, inject, it } from 'vitest';
import { mailDeviceLink, takeDeviceLink } from '@/lib/accounts/commands/device-link';
import { findLink } from '@/lib/accounts/queries/link';
import { prisma } from '@/lib/adapters/database';
import { withApplication } from '../support/application';
import { inboxAt } from '../support/inbox';
import { doJobs } from '../support/jobs';
import { address, someone, tokenFor } from '../support/mailed-links';

const make = withApplication();
const inbox = inboxAt(inject('mail').inboxUrl);

describe('a browser made known by a link', () => {
  it('is so once, for whoever has the account, and signs nobody in', async () => {
    const person = await make.person();
    await mailDeviceLink(person.email, 'en', new Date());
    const token = await tokenFor(person.email);
    expect(await findLink(token, ['reset', 'sign_up', 'invitation'], new Date())).toEqual({ state: 'unknown' });
    const taken = await Promise.all([1, 2].map(() => takeDeviceLink(token, address(), new Date())));
    expect(taken.filter(({ ok }) => ok)).toEqual([{ ok: true, person: { id: person.id, version: 1 } }]);
    expect(taken.filter(({ ok }) => !ok)).toEqual([{ ok: false, code: 'link_closed' }]);
    expect(await prisma().session.count({ where: { personId: person.id } })).toBe(0);
  });

  it('is mailed once in ten minutes, however often it is asked for, and again once it was used', async () => {
    const { email } = await make.person();
    const links = () =>
      prisma().accountLink.count({
        where: { kind: 'DEVICE', expiresAt: { gt: new Date() }, OR: [{ email }, { person: { email } }] },
      });
    for (let i = 0; i < 5; i++) await mailDeviceLink(email, 'en', new Date());
    expect(await links()).toBe(1);
    const token = await tokenFor(email);
    expect(await takeDeviceLink(token, address(), new Date())).toMatchObject({ ok: true });
    for (let i = 0; i < 5; i++) await mailDeviceLink(email, 'en', new Date());
    expect(await links()).toBe(2);
  });

  it.each([
    { chosen: 'es', browser: 'en' },
    { chosen: null, browser: 'es' },
  ] as const)('is mailed in the language of its person, $chosen, else in that of the browser, $browser', async (of) => {
    const person = await make.person({ locale: of.chosen });
    await mailDeviceLink(person.email, of.browser, new Date());
    await doJobs();
    expect(await inbox.lastMailTo(person.email)).toMatchObject({ subject: expect.stringMatching(/^Iniciar sesión/) });
  });

  it('is not mailed where there is no account, or one that is disabled', async () => {
    const [nobody, disabled] = [someone(), await make.person({ disabledAt: new Date() })];
    await mailDeviceLink(nobody, 'en', new Date());
    await mailDeviceLink(disabled.email, 'en', new Date());
    await doJobs();
    expect(await inbox.mailsNow(nobody)).toEqual([]);
    expect(await inbox.mailsNow(disabled.email)).toEqual([]);
  });
});

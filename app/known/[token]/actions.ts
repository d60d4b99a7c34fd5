'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { clientAddress } from '@/app/client-address';
import { takeDeviceLink } from '@/lib/accounts/commands/device-link';
import { rememberDevice } from '@/lib/adapters/known-device';
import { textOf } from '@/lib/platform/schema';

/** Makes this browser known for the account that a link was mailed to, and leads to sign-in. The link in the address proves who asks. */
export async function makeKnown(token: string): Promise<void> {
  const result = await takeDeviceLink(textOf(token), await clientAddress(), new Date());
  if (result.ok) {
    await rememberDevice(result.person);
    redirect('/sign-in?known=1');
  }
  if (result.code !== 'link_closed') redirect(`/known/${encodeURIComponent(textOf(token))}?wait=1`);
  // The page says why, and what leads on.
  refresh();
}

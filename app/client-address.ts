import { headers } from 'next/headers';
import { CLIENT_ADDRESS_HEADER } from '@/lib/adapters/auth';

/** The address that this request comes from (of IPv6, its network), for limits; null when it is not known. */
export const clientAddress = async (): Promise<string | null> => (await headers()).get(CLIENT_ADDRESS_HEADER);

import { getTranslations } from 'next-intl/server';
import { settings } from '@/lib/platform/settings';

/** The clinic's name, phone and address with their labels, in the reader's language. The emergency note is the clinic's own, else a plain one. */
export async function clinicContact() {
  const t = await getTranslations('clinic');
  const { name, phone, address, emergencyNote } = settings().clinic;
  return {
    name,
    label: t('contact'),
    phone: phone ? { label: t('phone'), number: phone } : null,
    address: address ? { label: t('address'), text: address } : null,
    note: emergencyNote ?? t('emergency'),
  };
}

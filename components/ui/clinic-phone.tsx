'use client';

import { useTranslations } from 'next-intl';
import { createContext, type ReactNode, useContext, useEffect } from 'react';
import { telephone } from './contact';

interface PhoneLink {
  href: string;
  /** "Call us: …" */
  text: string;
}

let last: PhoneLink | null = null;

/** The link that calls the clinic, as the last page of this browser had it, for when even the frame around pages failed; null: not known. */
export const lastPhoneLink = () => last;

const Phone = createContext<PhoneLink | null>(null);

/** The link that calls the clinic, for a page that failed; null where the clinic has no phone. */
export const usePhoneLink = () => useContext(Phone);

/** Hands the clinic's phone to the error pages, which run in the browser and cannot look it up any more. */
export function ClinicPhone({ phone, children }: { phone: string | undefined; children: ReactNode }) {
  const t = useTranslations('errors');
  const link = phone ? { href: telephone(phone), text: t('call', { phone }) } : null;
  useEffect(() => {
    last = link;
  });
  return <Phone value={link}>{children}</Phone>;
}

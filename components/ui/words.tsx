import 'server-only';
import { NextIntlClientProvider } from 'next-intl';
import { getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import type messages from '@/messages/en.json';

type Messages = typeof messages;

interface WordsProps {
  /** Namespaces of messages/<locale>.json: those that the client components inside ask for, and no others. */
  of: (keyof Messages)[];
  children: ReactNode;
}

/**
 * Gives the client components inside it the texts that they ask `useTranslations` for. An inner one replaces an outer one.
 * messages/provided.test.ts compares what pages give with what their components ask for.
 */
export async function Words({ of, children }: WordsProps) {
  const all: Messages = await getMessages();
  const given = Object.fromEntries(of.map((namespace) => [namespace, all[namespace]]));
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>;
}

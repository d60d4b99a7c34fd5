import type { Metadata, Viewport } from 'next';
import { getLocale } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ServerClockSync } from '@/components/appointments/clock/server-clock-sync';
import { ClinicPhone } from '@/components/ui/clinic-phone';
import { Words } from '@/components/ui/words';
import { settings } from '@/lib/platform/settings';
import './globals.css';

// Every page is rendered for its request: a page made at build time would carry no CSP nonce, and its scripts would be blocked.
export const dynamic = 'force-dynamic';

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  // A phone's keyboard makes the page lower, and covers no field that stands at its end.
  interactiveWidget: 'resizes-content',
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#1e1b29' },
  ],
};

export async function generateMetadata(): Promise<Metadata> {
  const { name } = settings().clinic;
  return {
    title: { default: name, template: `%s · ${name}` },
    robots: { index: false, follow: false },
    // Otherwise phones turn times and dates into links.
    formatDetection: { telephone: false, date: false, address: false, email: false },
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale}>
      <body>
        <ServerClockSync renderedAt={Date.now()} />
        <Words of={['errors']}>
          <ClinicPhone phone={settings().clinic.phone}>{children}</ClinicPhone>
        </Words>
      </body>
    </html>
  );
}

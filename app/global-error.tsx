'use client';

import { lastPhoneLink } from '@/components/ui/clinic-phone';
import './globals.css';

/**
 * Stands in when the root layout itself failed: nobody knows the reader's language here, so it speaks both. Made at build time, it knows
 * the clinic's phone only where a page before it told.
 */
export default function GlobalError() {
  const phone = lastPhoneLink();
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main className="mx-auto grid min-h-dvh max-w-xl content-center gap-6 p-6">
          <h1>Something went wrong</h1>
          <p>This page could not be shown. Please try again in a minute. If you have a visit now, call your clinic.</p>
          <div lang="es" className="grid gap-2">
            <h2>Algo ha fallado</h2>
            <p>
              No se pudo mostrar esta página. Inténtelo de nuevo en un minuto. Si tiene una cita ahora, llame a su
              clínica.
            </p>
          </div>
          <p>
            <a className="button button-go" href="/">
              Try again · <span lang="es">Reintentar</span>
            </a>
          </p>
          {phone && (
            <p>
              <a className="link inline-flex min-h-11 items-center" href={phone.href}>
                {phone.text}
              </a>
            </p>
          )}
        </main>
      </body>
    </html>
  );
}

import { Phone } from 'lucide-react';
import { telephone } from '@/components/ui/contact';

/** The clinic's phone number, where the clinic has one. */
export function CallUs({ phone, text }: { phone: string | null; text: string }) {
  if (!phone) return null;
  return (
    <a className="inline-flex min-h-11 items-center gap-2 underline underline-offset-4" href={telephone(phone)}>
      <Phone aria-hidden className="size-5 shrink-0" />
      {text}
    </a>
  );
}

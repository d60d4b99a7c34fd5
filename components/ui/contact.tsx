import { MapPin, Phone, TriangleAlert } from 'lucide-react';

export interface ContactProps {
  name: string;
  label: string;
  phone: { label: string; number: string } | null;
  address: { label: string; text: string } | null;
  note: string;
}

export const telephone = (number: string) => `tel:${number.replace(/[^+\d]/g, '')}`;

/** The phone, address and emergency note of a place. */
export function Contact({ label, phone, address, note }: ContactProps) {
  return (
    <section aria-label={label} className="flex flex-wrap items-center gap-x-8 gap-y-1 text-ink-2">
      {phone && (
        <p className="flex items-center gap-2">
          <Phone aria-hidden className="size-5 shrink-0" />
          <a className="link inline-flex min-h-11 flex-wrap items-center gap-x-1.5" href={telephone(phone.number)}>
            <span>{phone.label}</span> <span className="tabular-nums whitespace-nowrap">{phone.number}</span>
          </a>
        </p>
      )}
      {address && (
        <p className="flex items-start gap-2 py-1.5">
          <MapPin aria-hidden className="mt-1 size-5 shrink-0" />
          <span>
            <span className="sr-only">{address.label} </span>
            {address.text}
          </span>
        </p>
      )}
      <p className="flex items-start gap-2 py-1.5">
        <TriangleAlert aria-hidden className="mt-1 size-5 shrink-0" />
        <span>{note}</span>
      </p>
    </section>
  );
}

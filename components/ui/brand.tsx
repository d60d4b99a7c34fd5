interface BrandProps {
  name: string;
  logoUrl: string | undefined;
}

/** The clinic's name behind its logo, or behind a door left ajar when it has none. */
export function Brand({ name, logoUrl }: BrandProps) {
  return (
    <span className="flex min-w-0 items-center gap-2.5 text-[20px] leading-tight font-[750] tracking-[-0.02em]">
      {logoUrl ? (
        // biome-ignore lint/performance/noImgElement: an address from the settings, shown as it is
        <img src={logoUrl} alt="" className="h-8 w-auto max-w-24 shrink-0 object-contain" />
      ) : (
        <span
          aria-hidden
          className="h-6 w-5 shrink-0 rounded-[10px_10px_3px_3px] bg-linear-160 from-brand to-brand-2"
        />
      )}
      {/* A name of one long word breaks rather than push the menu off a phone. */}
      <span className="min-w-0 wrap-anywhere">{name}</span>
    </span>
  );
}

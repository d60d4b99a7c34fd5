interface BrandProps {
  name: string;
  logoUrl: string | undefined;
}

/** The clinic's name behind its logo, or behind a door left ajar when it has none. */
export function Brand({ name, logoUrl }: BrandProps) {
  return (
    <span className="flex items-center gap-2.5 text-[20px] leading-tight font-[750] tracking-[-0.02em]">
      {logoUrl ? (
        // biome-ignore lint/performance/noImgElement: an address from the settings, shown as it is
        <img src={logoUrl} alt="" className="h-8 w-auto max-w-24 object-contain" />
      ) : (
        <span
          aria-hidden
          className="h-6 w-5 shrink-0 rounded-[10px_10px_3px_3px] bg-linear-160 from-brand to-brand-2"
        />
      )}
      <span>{name}</span>
    </span>
  );
}

/** A round sign with someone's initials; decoration beside the name. */
export function Face({ initials }: { initials: string }) {
  return (
    <span
      aria-hidden
      className="grid size-13 shrink-0 place-items-center rounded-full bg-wash font-bold text-brand select-none"
    >
      {initials}
    </span>
  );
}

/** A sentence on why something did not work; read out when it comes. */
export function Alert({ text }: { text: string | null | undefined }) {
  return (
    <div role="alert" className="empty:hidden">
      {text && <p className="rounded-m bg-no-wash px-4 py-3 font-semibold text-no">{text}</p>}
    </div>
  );
}

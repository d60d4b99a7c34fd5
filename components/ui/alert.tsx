interface AlertProps {
  text: string | null | undefined;
  /** It stands elsewhere, too, at a field that may have the focus already: here it is only read out. */
  hidden?: boolean;
}

/** A sentence on why something did not work; read out when it comes. */
export function Alert({ text, hidden }: AlertProps) {
  return (
    <div role="alert" className="empty:hidden">
      {text && <p className={hidden ? 'sr-only' : 'rounded-m bg-no-wash px-4 py-3 font-semibold text-no'}>{text}</p>}
    </div>
  );
}

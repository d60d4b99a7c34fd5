interface CheckProps {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** One setting that is on or off; it keeps its own sign. */
export const Check = ({ label, checked, onChange }: CheckProps) => (
  <label className="flex min-h-11 items-center gap-3">
    <input
      type="checkbox"
      className="size-5 shrink-0 accent-[#8f6df0]"
      defaultChecked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
    {label}
  </label>
);

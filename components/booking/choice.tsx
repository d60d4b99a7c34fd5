import type { ReactNode } from 'react';

interface ChoiceProps {
  name: string;
  value: string;
  checked: boolean;
  disabled?: boolean;
  onChoose: () => void;
  children: ReactNode;
}

/** A radio button that looks like a key. */
export function Choice({ name, value, checked, disabled, onChoose, children }: ChoiceProps) {
  return (
    <label className="relative grid min-h-13 content-center justify-items-center rounded-m border border-line-strong bg-card px-1 py-1.5 text-center leading-tight has-checked:border-brand has-checked:bg-wash has-checked:ring-2 has-checked:ring-brand has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-disabled:border-line has-disabled:bg-transparent has-disabled:text-ink-2">
      <input
        type="radio"
        name={name}
        value={value}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
        className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
      />
      {children}
    </label>
  );
}

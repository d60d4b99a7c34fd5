import { type ReactNode, useId } from 'react';

interface SearchProps {
  /** A path on this site; the search stands behind it in the address. */
  path: string;
  label: string;
  text: string | undefined;
  required?: boolean;
  go: string;
  /** The way back to everything; nothing where no search narrows it. */
  clear?: { label: string; href: string };
  /** More fields. */
  children?: ReactNode;
}

/** A search that stands in the address, its text as `q`: it works before any code runs, and can be kept and shared. */
export function Search({ path, label, text, required, go, clear, children }: SearchProps) {
  const id = useId();
  return (
    <search>
      <form action={path} method="get" className="flex flex-wrap items-end gap-3">
        <div className="grid min-w-48 flex-1 gap-1">
          <label htmlFor={id} className="font-semibold">
            {label}
          </label>
          <input
            id={id}
            name="q"
            type="search"
            required={required}
            maxLength={100}
            defaultValue={text}
            className="field min-h-11"
          />
        </div>
        {children}
        <button type="submit" className="button button-small">
          {go}
        </button>
        {clear && (
          <a href={clear.href} className="button button-small">
            {clear.label}
          </a>
        )}
      </form>
    </search>
  );
}

import { ChevronDown } from 'lucide-react';

export function Steps({ steps }: { steps: string[] }) {
  return (
    <ol className="grid list-decimal gap-2 pl-6 marker:font-semibold marker:text-brand">
      {steps.map((step) => (
        <li key={step} className="pl-1">
          {step}
        </li>
      ))}
    </ol>
  );
}

/** A list of steps that opens under its title. */
export function Guide({ title, steps }: { title: string; steps: string[] }) {
  return (
    <details className="group rounded-m border border-line bg-card">
      <summary className="flex min-h-13 list-none items-center justify-between gap-3 rounded-m px-4 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        {title}
        <ChevronDown aria-hidden className="size-5 shrink-0 text-ink-2 group-open:rotate-180" />
      </summary>
      <div className="px-4 pt-1 pb-4">
        <Steps steps={steps} />
      </div>
    </details>
  );
}

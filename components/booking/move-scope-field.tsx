import { useTranslations } from 'next-intl';
import { type ScopeChoice, ScopeField } from '@/components/appointments/answers/scope-field';
import type { Scope } from '@/lib/appointments/schema/change';

/** The scopes that a move of an appointment can have within its series; no choices where there is none. */
export interface MoveScope {
  choices: ScopeChoice[];
  atFirst: Scope;
  /** Of the doctor's clock, by which the other visits move. */
  city: string;
}

interface MoveScopeFieldProps {
  series: MoveScope;
  value: Scope;
  onChange: (scope: Scope) => void;
}

/** A choice of how much of a series moves, and how the other visits move then; nothing where there is no series. */
export function MoveScopeField({ series, value, onChange }: MoveScopeFieldProps) {
  const t = useTranslations('series.scope');
  if (series.choices.length === 0) return null;
  return (
    <div className="grid gap-1">
      <ScopeField choices={series.choices} value={value} onChange={onChange} />
      {value !== 'one' && <p className="text-note text-ink-2">{t('moveHint', { city: series.city })}</p>}
    </div>
  );
}

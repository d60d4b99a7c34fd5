'use client';

import { CallUs } from '@/components/call/endings/call-us';
import type { CallProps } from '@/components/call/props';
import { useMyQuality } from '@/components/call/stage/use-people';
import { Panel } from './panel';

interface DetailsPanelProps extends Pick<CallProps, 'words' | 'other' | 'whenInFull' | 'reason' | 'clinic'> {
  onClose: () => void;
}

/** Who, when, why, and how well it is going. */
export function DetailsPanel({ words, other, whenInFull, reason, clinic, onClose }: DetailsPanelProps) {
  const quality = useMyQuality();
  const { details } = words;
  const rows = [
    [details.with, other],
    [details.when, whenInFull],
    [details.reason, reason ?? details.noReason],
    [details.connection, words.call[`quality_${quality}`]],
    [details.clinic, clinic.name],
  ] as const;
  return (
    <Panel title={details.title} close={details.close} onClose={onClose}>
      <dl className="grid gap-3 overflow-y-auto px-4 py-2">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm text-on-stage-2">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{text}</dd>
          </div>
        ))}
        <div>
          <dt className="sr-only">{details.clinic}</dt>
          <dd>
            <CallUs phone={clinic.phone} text={words.callUs} />
            <span className="block text-on-stage-2">{clinic.note}</span>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

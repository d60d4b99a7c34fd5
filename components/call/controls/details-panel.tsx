'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { CallUs } from '@/components/call/endings/call-us';
import { company } from '@/components/call/people/people';
import { usePeople } from '@/components/call/people/use-people';
import { useMyQuality } from '@/components/call/people/use-self';
import type { CallProps } from '@/components/call/props';
import type { CallRoom } from '@/components/call/session/room';
import { Panel } from './panel';

interface DetailsPanelProps extends Pick<CallProps, 'roster' | 'whenInFull' | 'reason' | 'clinic'> {
  call: CallRoom;
  onClose: () => void;
}

/** The appointment of the call, and its connection. */
export function DetailsPanel({ call, roster, whenInFull, reason, clinic, onClose }: DetailsPanelProps) {
  const t = useTranslations('call.words');
  const format = useFormatter();
  const quality = useMyQuality(call);
  const people = usePeople(call, roster);
  const rows = [
    [t('details.with'), format.list(company(people).map(({ name }) => name))],
    [t('details.when'), whenInFull],
    [t('details.reason'), reason ?? t('details.noReason')],
    [t('details.connection'), t(`call.quality_${quality}`)],
    [t('details.clinic'), clinic.name],
  ] as const;
  return (
    <Panel title={t('details.title')} close={t('details.close')} onClose={onClose}>
      <dl className="grid gap-3 overflow-y-auto px-4 py-2">
        {rows.map(([name, text]) => (
          <div key={name}>
            <dt className="text-sm text-on-stage-2">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{text}</dd>
          </div>
        ))}
        <div>
          <dt className="sr-only">{t('details.clinic')}</dt>
          <dd>
            <CallUs phone={clinic.phone} />
            <span className="block text-on-stage-2">{clinic.note}</span>
          </dd>
        </div>
      </dl>
    </Panel>
  );
}

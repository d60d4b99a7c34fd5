import { Check, Clock3, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Badge, type Tone } from '@/components/ui/badge';
import type { AppointmentStatus } from '@/lib/appointments/policy';

const LOOKS: Record<AppointmentStatus, { tone: Tone; Sign: typeof Check }> = {
  confirmed: { tone: 'ok', Sign: Check },
  pending: { tone: 'wait', Sign: Clock3 },
  canceled: { tone: 'no', Sign: X },
  declined: { tone: 'no', Sign: X },
  expired: { tone: 'no', Sign: X },
  no_show: { tone: 'no', Sign: X },
  completed: { tone: 'quiet', Sign: Check },
};

export function StatusBadge({ status, dense }: { status: AppointmentStatus; dense?: boolean }) {
  const t = useTranslations('appointments.status');
  const { tone, Sign } = LOOKS[status];
  return (
    <Badge tone={tone} sign={<Sign />} dense={dense}>
      {t(status)}
    </Badge>
  );
}

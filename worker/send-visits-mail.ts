import type { Jobs } from '@/lib/adapters/jobs';
import { sendVisitsMail } from '@/lib/notifications/commands/send-visits-mail';

export const sendVisitsMailTask = (mail: Jobs['send_visits_mail']) => sendVisitsMail(mail, new Date());

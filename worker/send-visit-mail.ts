import type { Jobs } from '@/lib/adapters/jobs';
import { sendVisitMail } from '@/lib/notifications/commands/send-visit-mail';

export const sendVisitMailTask = (mail: Jobs['send_visit_mail']) => sendVisitMail(mail, new Date());

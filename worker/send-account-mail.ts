import { sendAccountMail } from '@/lib/notifications/commands/send-account-mail';

export const sendAccountMailTask = ({ linkId }: { linkId: string }) => sendAccountMail(linkId, new Date());

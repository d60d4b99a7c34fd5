import { sweepLinks } from '@/lib/accounts/commands/sweep';

export const sweepAccountLinksTask = () => sweepLinks(new Date());

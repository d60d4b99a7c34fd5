import type { AccountLetter } from '@/lib/accounts/queries/letter';
import type { Letter } from './letter';
import type { MailWords } from './words';

interface Place {
  /** Of this site, before the path of a link. */
  origin: string;
  clinic: { name: string };
}

/** The letter about an account link: to choose a password, or why there is none to choose. */
export function writeAccountLetter(letter: AccountLetter, { origin, clinic }: Place, t: MailWords): Letter {
  const { kind, role, to } = letter;
  const words = { clinic: clinic.name };
  const notMe = t('account.notMe');
  switch (kind) {
    case 'sign_up':
      return {
        subject: t('account.signUpSubject', words),
        title: t('account.signUpTitle'),
        paragraphs: [t('account.signUpText', words)],
        button: { label: t('account.choose'), url: `${origin}/welcome/${letter.token}` },
        notes: [t('account.signUpLasts'), notMe],
      };
    case 'invitation':
      return {
        subject: t('account.invitationSubject', words),
        title: t('account.invitationTitle', { name: to.name }),
        paragraphs: [t('account.invitationText', { ...words, role })],
        button: { label: t('account.choose'), url: `${origin}/welcome/${letter.token}` },
        notes: [t('account.invitationLasts')],
      };
    case 'reset':
      return {
        subject: t('account.resetSubject', words),
        title: t('account.resetTitle'),
        paragraphs: [t('account.resetText', words)],
        button: { label: t('account.chooseNew'), url: `${origin}/reset/${letter.token}` },
        notes: [t('account.resetLasts'), t('account.resetNotMe')],
      };
    case 'device':
      return {
        subject: t('account.deviceSubject', words),
        title: t('account.deviceTitle'),
        paragraphs: [t('account.deviceText', words)],
        button: { label: t('account.deviceGo'), url: `${origin}/known/${letter.token}` },
        notes: [t('account.deviceLasts'), t('account.deviceNotMe')],
      };
    case 'account_exists':
      return {
        subject: t('account.existsSubject', words),
        title: t('account.existsTitle'),
        paragraphs: [t('account.existsText', words)],
        button: { label: t('account.signIn'), url: `${origin}/sign-in` },
        notes: [t('account.existsForgot', { url: `${origin}/forgot` }), notMe],
      };
    case 'account_closed':
      return {
        subject: t('account.closedSubject', words),
        title: t('account.closedTitle'),
        paragraphs: [t('account.closedText', words)],
        notes: [notMe],
      };
  }
}

/** The letter that the password was changed. */
export function writePasswordLetter({ origin, clinic }: Place, t: MailWords): Letter {
  const words = { clinic: clinic.name };
  return {
    subject: t('account.changedSubject', words),
    title: t('account.changedTitle'),
    paragraphs: [t('account.changedText', words)],
    notes: [t('account.changedNotMe', { url: `${origin}/forgot` })],
  };
}

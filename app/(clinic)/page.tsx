import { getTranslations } from 'next-intl/server';
import { pageActor } from '@/app/page-actor';
import { PasswordAsked } from '@/components/accounts/password-asked';
import { People } from '@/components/accounts/people.server';
import { readPeopleSearch } from '@/components/accounts/people-search';
import { Week } from '@/components/appointments/doctor/week.server';
import { PatientHome } from '@/components/appointments/patient/patient-home.server';
import { Notice } from '@/components/ui/notice';
import { Words } from '@/components/ui/words';
import { changeDisabled } from './actions';
import { sendInvitationAgain, takeInvitationBack } from './invite/actions';
import { prove } from './prove-action';
import { answerVisit } from './requests/actions';

interface HomeProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const RESET = ['reset'];

/** Over every home: what led here with a word, a new password. */
async function NewPassword({ chosen }: { chosen: boolean }) {
  const t = await getTranslations('welcome');
  return (
    <div className="mx-auto max-w-140 px-4 pt-6 has-[p:empty]:hidden sm:px-6">
      <Notice text={chosen ? t('resetDone') : ''} once={RESET} />
    </div>
  );
}

const peopleActions = { changeDisabled, sendAgain: sendInvitationAgain, withdraw: takeInvitationBack };

export default async function Home(props: HomeProps) {
  const { reset } = await props.searchParams;
  return (
    <>
      <NewPassword chosen={reset === '1'} />
      <HomeOf {...props} />
    </>
  );
}

async function HomeOf({ searchParams }: HomeProps) {
  const params = await searchParams;
  const { week, invited } = params;
  const chosen = typeof week === 'string' ? week : undefined;
  const actor = await pageActor();
  if (actor.role === 'patient') {
    return (
      <Words of={['join']}>
        <PatientHome actor={actor} />
      </Words>
    );
  }
  if (actor.role === 'doctor') {
    return (
      <Words of={['join', 'answers']}>
        <Week actor={actor} chosen={chosen} answer={answerVisit} />
      </Words>
    );
  }
  return (
    <Words of={['passwordField', 'peopleActions', 'proof', 'send']}>
      <PasswordAsked prove={prove}>
        <People actor={actor} search={readPeopleSearch(params)} invited={invited === '1'} actions={peopleActions} />
      </PasswordAsked>
    </Words>
  );
}

import { mint } from '../mint';
import { BareCall } from './bare-call';

interface Props {
  searchParams: Promise<{ room: string; identity: string }>;
}

export default async function Page({ searchParams }: Props) {
  const { room, identity } = await searchParams;
  return <BareCall serverUrl={process.env.LIVEKIT_URL ?? ''} token={await mint(room, identity)} />;
}

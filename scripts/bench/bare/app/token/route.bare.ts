import { mint } from '../mint';

export async function POST() {
  return Response.json({ serverUrl: process.env.LIVEKIT_URL, token: await mint('room_bare', 'bare') });
}

import { readWebhook } from '@/lib/adapters/livekit-webhook';
import { checkArrival } from '@/lib/calls/commands/check-arrival';

export async function POST(request: Request) {
  const body = await request.text();
  const joined = await readWebhook(body, request.headers.get('authorization')).catch(() => undefined);
  if (joined === undefined) return new Response(null, { status: 401 });
  if (joined) await checkArrival(joined, new Date());
  return new Response(null, { status: 204 });
}

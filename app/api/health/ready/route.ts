import { databaseReady } from '@/lib/adapters/database-ready';
import { sfuHealth } from '@/lib/adapters/livekit-health';

export const dynamic = 'force-dynamic';

export async function GET() {
  const [database, { livekit, makesRoomsByItself }] = await Promise.all([databaseReady(), sfuHealth()]);
  const warnings = makesRoomsByItself ? ['livekit_makes_rooms_by_itself'] : [];
  return Response.json(
    { status: database ? 'ok' : 'unavailable', database: database ? 'up' : 'down', livekit, warnings },
    { status: database ? 200 : 503 },
  );
}

import { createHash } from 'node:crypto';
import { clientAddress } from '@/app/client-address';
import { readFeed } from '@/lib/notifications/commands/read-feed';
import { isNotModified } from '@/lib/platform/not-modified';
import { problemResponse } from '@/lib/platform/problem-response';

/** A person's own feed. Calendar programs have no session: the address is the secret, `<token>.ics`. */
export async function GET({ headers }: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params;
  const token = file.endsWith('.ics') ? file.slice(0, -'.ics'.length) : '';
  const feed = await readFeed(token, await clientAddress(), new Date());
  if (!feed.ok) return problemResponse(feed);
  const { calendar, changedAt } = feed;
  // Weak: on its way it may be compressed.
  const etag = `W/"${createHash('sha256').update(calendar).digest('base64url')}"`;
  const about = {
    etag,
    'cache-control': 'private, no-cache',
    ...(changedAt && { 'last-modified': changedAt.toUTCString() }),
  };
  if (isNotModified(headers, etag, changedAt)) return new Response(null, { status: 304, headers: about });
  return new Response(calendar, {
    headers: {
      ...about,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="visits.ics"',
    },
  });
}

/**
 * True for a client that has this version already (RFC 9110, 13.2.2): by its entity tag, where it names any, else by the time of the last
 * change, which HTTP knows to the second.
 */
export function isNotModified(headers: Headers, etag: string, changedAt: Date | null): boolean {
  const known = headers.get('if-none-match');
  if (known !== null) {
    const bare = (tag: string) => tag.trim().replace(/^W\//, '');
    return known.trim() === '*' || known.split(',').some((tag) => bare(tag) === bare(etag));
  }
  const since = Date.parse(headers.get('if-modified-since') ?? '');
  return changedAt !== null && Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

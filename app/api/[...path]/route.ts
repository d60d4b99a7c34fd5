import { problemResponse } from '@/lib/platform/problem-response';
import { refuse } from '@/lib/platform/problems';

/** An address that the API does not have answers as the API does, not with a page. */
const unknown = () => problemResponse(refuse('not_found'));

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };

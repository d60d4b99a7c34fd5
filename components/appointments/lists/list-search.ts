import { readCursor } from '@/lib/appointments/schema/list';
import { LIST_VIEWS, type ListView } from '@/lib/appointments/schema/list-view';
import { dayIn } from '@/lib/appointments/week';
import { searchText } from '@/lib/platform/schema';

type Params = Record<string, string | string[] | undefined>;

/** A search in a list of appointments, as the list's address has it. */
export interface ListSearch {
  list?: ListView;
  name: string;
  /** ISO date, or nothing. */
  day: string;
  /** The day as instants in the reader's zone. */
  from?: Date;
  to?: Date;
  /** The end of the page before. */
  cursor?: string;
}

/** The query string of a search, from its first page on. */
export const searchParams = ({ list, name, day }: ListSearch) =>
  new URLSearchParams({ ...(list && { view: list }), ...(name && { q: name }), ...(day && { day }) });

/** Reads a search from an address; what it cannot read it leaves out. */
export function readSearch(params: Params, zone: string): ListSearch {
  const day = dayIn(searchText(params.day), zone);
  return {
    list: LIST_VIEWS.find((view) => view === params.view),
    name: searchText(params.q),
    day: day ? searchText(params.day) : '',
    ...(day && { from: new Date(day.from), to: new Date(day.to) }),
    ...(readCursor(searchText(params.after)) && { cursor: searchText(params.after) }),
  };
}

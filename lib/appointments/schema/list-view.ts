/** Lists of appointments that have an address of their own: requests that wait for an answer, visits to come, visits that are over. */
export const LIST_VIEWS = ['pending', 'confirmed', 'past'] as const;

export type ListView = (typeof LIST_VIEWS)[number];

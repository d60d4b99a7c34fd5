/** The request header with the address of the page, as proxy.ts writes it. */
export const PAGE_ADDRESS = 'x-anteroom-here';

/** The request header in which a page says whose it is (a person's id) with whatever it sends. */
export const PAGE_OF = 'x-anteroom-page-of';

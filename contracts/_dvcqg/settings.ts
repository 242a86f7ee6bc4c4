import * as z from 'zod';

/** How the national portal of a workspace behaves. The real figures are not public: these defaults are HopCat's own. */
export const dvcqgSettings = z.lazy(() =>
  z.strictObject({
    /** The one-time code by SMS: digits, lifetime in seconds of the token clock, wrong tries until it is void. */
    otp: z
      .strictObject({
        digits: z.int().min(4).max(8).default(6),
        seconds: z.int().min(10).max(3600).default(180),
        tries: z.int().min(1).max(20).default(5),
      })
      .prefault({}),
    /** Shortest password that is taken; the kinds of characters that it needs are known, its length is not. */
    passwordLength: z.int().min(6).max(64).default(8),
    /**
     * The bridge that some provinces put between the exchange and their portal: it hands the access token to the portal
     * in the query. Off, because whoever reads an address then reads the token.
     */
    bridge: z.boolean().default(false),
  }),
);

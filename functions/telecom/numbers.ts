/** International, without a plus. */
export const international = (number: string): string => number.replace(/^(?:0|\+84)/, '84');

export const national = (number: string): string => number.replace(/^\+?84(?=\d{9}$)/, '0');

/**
 * Whether a number that nobody has could be a subscriber's at all: mobile prefixes that some carrier was given.
 * They say no more than that, since subscribers keep their number when they move. 095 is the sandbox's own.
 */
export const isMobileNumber = (number: string): boolean =>
  /^0(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9\d)\d{7}$/.test(national(number));

/** International, without a plus, as the wire has it. */
export const international = (number: string): string => number.replace(/^(?:0|\+84)/, '84');

/** National, as the registers have it. */
export const national = (number: string): string => number.replace(/^84(?=\d{9}$)/, '0');

/** A mobile number in one of the three ways to write it. Which carrier it is, a prefix does not say. */
export const isMobile = (number: string): boolean => /^(?:0|84|\+84)\d{9}$/.test(number);

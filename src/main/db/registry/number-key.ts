// Numbers of tickets and orders in the order in which people count them.

/** `T-A-1042` as a key that sorts by series, then by number. */
export const numberKey = (number: string): string => number.replace(/\d+$/u, (digits) => digits.padStart(12, '0'))

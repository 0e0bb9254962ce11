// A value of a column as text, by which it is compared and looked up.

/** Empty for what is not there; a flag is 0 or 1, as it is stored. */
export const plainText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (typeof value === 'boolean') return String(Number(value))
  return typeof value === 'number' ? String(value) : ''
}

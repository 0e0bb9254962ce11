// A time of day as people type it: `9:30`, `930`, `9.30`, `９：３０`.

/** As it is kept, `09:30`; `null` for nothing typed. What is no time comes back as it was typed, for the schema to refuse. */
export const toTimeOfDay = (typed: string): string | null => {
  const text = typed.normalize('NFKC').trim()
  if (text === '') return null
  const [, hours, minutes] = /^(\d{1,2})[:.h]?(\d{2})$/u.exec(text) ?? []
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes}` : text
}

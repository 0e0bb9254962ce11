// Excel's days: whole days since the end of 1899 or the beginning of 1904, and the time as a part of a day.

const DAY_SECONDS = 86_400
/** 1899-12-30: Excel counts a 29th of February 1900 that never was, so its days after that are one too high. */
const EPOCH_1900 = Date.UTC(1899, 11, 30) / 1000
const EPOCH_1904 = Date.UTC(1904, 0, 1) / 1000
const LAST = 2_958_466

export interface SerialMoment {
  /** `YYYY-MM-DD` */
  readonly day: string
  /** `HH:mm:ss` */
  readonly time: string
}

/** `null` where the calendar has no such day. */
export const momentOfSerial = (serial: number, is1904: boolean): SerialMoment | null => {
  if (!(serial >= (is1904 ? 0 : 1)) || serial >= LAST) return null
  if (!is1904 && Math.floor(serial) === 60) return null
  const days = !is1904 && serial < 60 ? serial + 1 : serial
  const seconds = (is1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * DAY_SECONDS)
  const iso = new Date(seconds * 1000).toISOString()
  return { day: iso.slice(0, 10), time: iso.slice(11, 19) }
}

/** A length of time, `26:30:00`: hours go on beyond a day. */
export const timeOfSerial = (serial: number): string => {
  const seconds = Math.round(Math.abs(serial) * DAY_SECONDS)
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0')
  return `${serial < 0 ? '-' : ''}${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`
}

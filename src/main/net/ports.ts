// The one number that an office has to know: TCP for the exchange and UDP for the announcements, so that one firewall rule covers both.

export const SYNC_PORT = 47_311

/** So many in a row an administrator may open for Kith, from `SYNC_PORT` on: a door takes the first that no other program has. */
export const SYNC_PORTS: readonly number[] = Array.from({ length: 10 }, (_, index) => SYNC_PORT + index)

// The one number that an office has to know: TCP for the exchange and UDP for the announcements, so that one firewall rule covers both.

export const SYNC_PORT = 47_311

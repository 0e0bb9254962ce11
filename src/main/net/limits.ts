// What is put up with from the network: how much, how long, how many. All of it in one place, because an attacker reads it as a whole.

/** The longest payload of a frame. */
export const FRAME_BYTES = 1024 * 1024
/** What may wait to be sent to one machine; above it the link is given up, so that a machine that never reads costs no memory. */
export const UNSENT_BYTES = 16 * FRAME_BYTES

/** From the first byte of a connection until the other side is known. An absolute time: a byte now and then does not lengthen it. */
export const HANDSHAKE_MS = 5000
/** Connections that are not through their handshake: all together, and from one address. */
export const PENDING_HANDSHAKES = 20
export const PENDING_HANDSHAKES_OF_ONE = 6
/** Links at once, and those of machines that are only pairing. */
export const ACCEPTED_LINKS = 128
export const PAIRING_LINKS = 4

/** A sign of life goes out this often; after `SILENT_BEATS` of them without a byte the other side is gone. */
export const BEAT_MS = 10_000
export const SILENT_BEATS = 3
/** How long a link that is closed in peace may still take to send what waits. */
export const PARTING_MS = 2000

export const CODE_DIGITS = 8
export const CODE_MS = 10 * 60_000
export const CODE_TRIES = 3
export const INVITATION_MS = 7 * 24 * 3_600_000
export const INVITATION_SECRET_BYTES = 16
/** From the first word of a pairing to its last. */
export const PAIRING_MS = 30_000
/** What the new machine tells about itself. */
export const ABOUT_BYTES = 8 * 1024

/** So many broken frames within an hour, and a machine is not spoken to for that long. */
export const BAD_FRAMES = 3
export const QUARANTINE_MS = 3_600_000

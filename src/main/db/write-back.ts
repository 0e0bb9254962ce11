// Gives the disk back what the write-ahead log of an end that was not an orderly one takes up.
import type { RawConnection } from './raw-connection.ts'

/**
 * Writes the log into the file and cuts it to nothing; for the only connection there is. Where the disk has no room for what the file grows by,
 * the log stays, and all that it holds is read from there.
 */
export const writeBack = (raw: RawConnection): void => {
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } catch (error) {
    const isFull = error instanceof Error && 'code' in error && error.code === 'SQLITE_FULL'
    if (!isFull) throw error
  }
}

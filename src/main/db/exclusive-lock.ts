// One engine a workspace: an empty file that SQLite locks for us. The system lets go of it when the process ends, however it ends,
// so that there is no stale lock to judge. Unlike a socket it also keeps out other users of the machine.
import Database from 'better-sqlite3-multiple-ciphers'

/** Takes the lock and answers how to give it back, or `null` if someone else has it. */
export const takeExclusiveLock = (file: string): (() => void) | null => {
  const holder = new Database(file, { timeout: 0 })
  try {
    holder.exec('BEGIN EXCLUSIVE')
    return () => void holder.close()
  } catch (error) {
    holder.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') return null
    throw error
  }
}

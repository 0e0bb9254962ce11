// Opening the encrypted file: cipher, durability and secrecy are the same for every connection.
import Database from 'better-sqlite3-multiple-ciphers'

export type RawConnection = Database.Database
export type RawStatement = Database.Statement<unknown[]>
export type SqlValue = string | number | bigint | Uint8Array | null

export interface ConnectionOptions {
  /** A path, or `:memory:`. */
  readonly file: string
  /** The 32-byte data key; null only for databases in memory. */
  readonly key: Uint8Array | null
  readonly readonly?: boolean
  /** Megabytes of pages kept. */
  readonly cacheMb: number
  /** False refuses to make a file that is not there. */
  readonly create?: boolean
}

export const WRITER_CACHE_MB = 16
export const READER_CACHE_MB = 48
/** Of the writer while it writes very many rows: a third faster than with 16, and given back afterwards. */
export const BULK_CACHE_MB = 64

export const setCache = (raw: RawConnection, megabytes: number): void => {
  raw.pragma(`cache_size = ${-megabytes * 1024}`)
}

/**
 * Opens a connection with the cipher, durability and secrecy that every connection has. The key is not tried here: the first read does that,
 * and fails with SQLITE_NOTADB if it is wrong.
 */
export const openConnection = ({ file, key, readonly = false, cacheMb, create = false }: ConnectionOptions): RawConnection => {
  const raw = new Database(file, { readonly, fileMustExist: !create && file !== ':memory:', timeout: 5000 })
  try {
    if (key !== null) {
      if (key.length !== 32) throw new RangeError(`A data key has 32 bytes, not ${key.length}.`)
      raw.pragma("cipher = 'chacha20'")
      // `raw:` takes the bytes as the key itself; anything else would be a passphrase and go through PBKDF2.
      raw.pragma(`key = 'raw:${Buffer.from(key).toString('hex')}'`)
    }
    raw.pragma('temp_store = MEMORY')
    raw.pragma('foreign_keys = ON')
    raw.pragma('recursive_triggers = ON')
    setCache(raw, cacheMb)
    raw.pragma('trusted_schema = OFF')
    if (!readonly) {
      raw.pragma('journal_mode = WAL')
      raw.pragma('synchronous = FULL')
    }
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

// Opening the encrypted file: cipher, durability and secrecy are the same for every connection.
import Database from 'better-sqlite3-multiple-ciphers'

export type RawConnection = Database.Database
export type RawStatement = Database.Statement<unknown[]>

/** Both authenticate each page. AEGIS-256 is what new files have: a page takes it a sixth of the time where the processor knows AES. */
export type Cipher = 'aegis' | 'chacha20'

export interface ConnectionOptions {
  /** A path, or `:memory:`. */
  readonly file: string
  /** The 32-byte data key; null only for databases in memory. */
  readonly key: Uint8Array | null
  /** What the file was made with: AEGIS unless it is said. */
  readonly cipher?: Cipher | undefined
  readonly readonly?: boolean
  /** Megabytes of pages kept. */
  readonly cacheMb: number
  /** False refuses to make a file that is not there. */
  readonly create?: boolean
}

export const WRITER_CACHE_MB = 16
export const READER_CACHE_MB = 48
/** Of a reader that goes over whole tables, which find no page twice. */
export const SLOW_READER_CACHE_MB = 16
/** Of the writer while it writes very many rows: a third faster than with 16, and given back afterwards. */
export const BULK_CACHE_MB = 32

export const setCache = (raw: RawConnection, megabytes: number): void => {
  raw.pragma(`cache_size = ${-megabytes * 1024}`)
}

const HEX = Buffer.from('0123456789abcdef')

/**
 * `raw:` and the key in hex: the bytes are then the key itself; anything else would be a passphrase and go through PBKDF2. In bytes from the
 * beginning, because a string cannot be zeroed.
 */
const keyText = (key: Uint8Array): Buffer => {
  if (key.length !== 32) throw new RangeError(`A data key has 32 bytes, not ${key.length}.`)
  const text = Buffer.alloc(4 + 2 * key.length)
  text.write('raw:')
  for (const [index, byte] of key.entries()) {
    text[4 + 2 * index] = HEX[byte >> 4] ?? 0
    text[5 + 2 * index] = HEX[byte & 15] ?? 0
  }
  return text
}

/**
 * Opens a connection with the cipher, durability and secrecy that every connection has. The key is not tried here: the first read does that,
 * and fails with SQLITE_NOTADB if it is wrong.
 */
export const openConnection = ({
  file,
  key,
  cipher = 'aegis',
  readonly = false,
  cacheMb,
  create = false,
}: ConnectionOptions): RawConnection => {
  const raw = new Database(file, { readonly, fileMustExist: !create && file !== ':memory:', timeout: 5000 })
  try {
    if (key !== null) {
      raw.pragma(`cipher = '${cipher}'`)
      const text = keyText(key)
      raw.key(text)
      text.fill(0)
    }
    raw.pragma('temp_store = MEMORY')
    raw.pragma('foreign_keys = ON')
    raw.pragma('recursive_triggers = ON')
    setCache(raw, cacheMb)
    raw.pragma('trusted_schema = OFF')
    if (!readonly) {
      raw.pragma('journal_mode = WAL')
      raw.pragma('synchronous = FULL')
      // Four times as rarely as by itself: the longest commit is still shorter than it was with a slower cipher.
      raw.pragma('wal_autocheckpoint = 4000')
    }
    return raw
  } catch (error) {
    raw.close()
    throw error
  }
}

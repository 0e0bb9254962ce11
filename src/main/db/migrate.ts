// Brings a database up to date. Migrations are listed, not read from disk: the packaged app is one bundled file.
import { Kysely, SqliteDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { AppError } from '#shared/base/app-error.ts'
import * as changeLog from './migrations/0001-change-log.ts'
import * as records from './migrations/0002-records.ts'
import * as search from './migrations/0003-search.ts'
import * as depth from './migrations/0004-depth.ts'
import * as inAndOut from './migrations/0005-in-and-out.ts'
import * as replicas from './migrations/0006-replicas.ts'
import * as office from './migrations/0007-office.ts'
import * as packedLog from './migrations/0008-packed-log.ts'
import type { RawConnection } from './raw-connection.ts'

const migrations: Readonly<Record<string, Migration>> = {
  '0001-change-log': changeLog,
  '0002-records': records,
  '0003-search': search,
  '0004-depth': depth,
  '0005-in-and-out': inAndOut,
  '0006-replicas': replicas,
  '0007-office': office,
  '0008-packed-log': packedLog,
}

/** The schema that this version writes; also `user_version` of the file and `sv` in the log. */
export const SCHEMA_VERSION = Object.keys(migrations).length

/**
 * Runs the migrations that the file has not seen: all of them or, where one fails, none.
 * @throws AppError `unavailable` `workspace.newerVersion` if a newer version of Kith wrote the file; nothing is touched then.
 */
export const migrate = async (raw: RawConnection): Promise<void> => {
  const version = Number(raw.pragma('user_version', { simple: true }))
  if (version > SCHEMA_VERSION) throw new AppError('unavailable', 'workspace.newerVersion', { version, known: SCHEMA_VERSION })
  if (version === SCHEMA_VERSION) return
  // Kysely would close the connection with destroy(); it is only borrowed.
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: raw }) })
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
  // All or nothing: Kysely itself begins no transaction on SQLite, and a migration that a full disk cut short could not be run again.
  raw.exec('BEGIN IMMEDIATE')
  try {
    const { error } = await migrator.migrateToLatest()
    if (error) throw error instanceof Error ? error : new Error('The database could not be brought up to date.', { cause: error })
    raw.pragma(`user_version = ${SCHEMA_VERSION}`)
    raw.exec('COMMIT')
  } catch (error) {
    // SQLite may have rolled back by itself.
    if (raw.inTransaction) raw.exec('ROLLBACK')
    throw error
  }
}

// The SQL of the office's machines.
import type { Device } from '#shared/devices/devices.contract.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { isActive } from '#main/db/selection.ts'

const activeDevices = prepared<Record<never, never>>()(() =>
  build
    .selectFrom('devices')
    .select(['id', 'name', 'letter', 'createdAt as addedAt'])
    .where(isActive('devices'))
    .orderBy('createdAt')
    .orderBy('id'),
)

export const listDevices = (db: Db): Device[] => activeDevices(db, {})

/** Removed ones too, in the order in which they came: a letter is never given to another machine. */
const everyDevice = prepared<Record<never, never>>()(() =>
  build
    .selectFrom('devices')
    .select(['id', 'name', 'letter', 'createdAt as addedAt', 'archivedAt'])
    .orderBy('createdAt')
    .orderBy('id'),
)
export const listEverKnown = (db: Db) => everyDevice(db, {})

const ownSeries = prepared<Record<never, never>>()(() => build.selectFrom('number_series').select('letter').limit(1))
/** The letter of this machine's own numbers. */
export const ownLetter = (db: Db): string => ownSeries(db, {})[0]?.letter ?? 'A'

export const insertDevice = (tx: WriteTx, row: { id: string; name: string; letter: string; addedById: string | null }): void =>
  void tx.insert('devices', row)

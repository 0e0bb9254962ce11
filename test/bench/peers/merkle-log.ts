// A log of cells with hybrid clocks and a Merkle tree over minutes, as Actual keeps one with @actual-app/crdt, in the same encrypted SQLite.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { openConnection, type RawConnection } from '#main/db/raw-connection.ts'
import { clocked, FIELDS, RECORDS, type Result, type Side, type Workload } from './workload.ts'

interface Stamp {
  readonly toString: () => string
}
interface Clock {
  timestamp: Stamp
  merkle: unknown
}
/** As much of it as is used here; trees are its own. */
interface CrdtModule {
  readonly merkle: {
    readonly insert: (tree: unknown, stamp: Stamp) => unknown
    readonly prune: (tree: unknown) => unknown
    readonly diff: (one: unknown, other: unknown) => number | null
  }
  readonly makeClock: (stamp: Stamp) => Clock
  readonly setClock: (clock: Clock) => void
  readonly Timestamp: {
    new (millis: number, counter: number, node: string): Stamp
    readonly send: () => Stamp | null
    readonly recv: (stamp: Stamp) => Stamp | null
    readonly parse: (text: string) => Stamp | null
  }
  readonly MessageSchema: unknown
  readonly create: (schema: unknown, value: unknown) => unknown
  readonly toBinary: (schema: unknown, message: unknown) => Uint8Array
}

interface Message {
  readonly timestamp: string
  readonly row: string
  readonly column: string
  readonly value: string
}

const TABLES = `
  CREATE TABLE companies (id TEXT PRIMARY KEY, ${FIELDS.join(' TEXT, ')} TEXT);
  CREATE INDEX byIndustry ON companies (industry);
  CREATE INDEX byCountry ON companies (country);
  CREATE TABLE messages_crdt (id INTEGER PRIMARY KEY, timestamp TEXT NOT NULL UNIQUE, dataset TEXT NOT NULL, row TEXT NOT NULL,
    column TEXT NOT NULL, value BLOB NOT NULL);
  CREATE INDEX messages_crdt_search ON messages_crdt (dataset, row, column, timestamp);
  CREATE TABLE messages_clock (id INTEGER PRIMARY KEY, clock TEXT);`

export const runMerkleLog = async (module: unknown, workload: Workload, folder: string): Promise<Result> => {
  const { merkle, makeClock, setClock, Timestamp, MessageSchema, create, toBinary } = module as CrdtModule // just installed by its name
  const { time, times } = clocked()
  const open = (side: Side) => {
    const raw = openConnection({ file: join(folder, `${side}.db`), key: new Uint8Array(32).fill(8), cacheMb: 16, create: true })
    raw.pragma('synchronous = NORMAL')
    raw.exec(TABLES)
    return { raw, clock: makeClock(new Timestamp(0, 0, (side === 'a' ? 'a' : 'b').repeat(16))), ...statements(raw) }
  }
  const machines = { a: open('a'), b: open('b') }
  const idOf = (record: number): string => `c${String(record).padStart(5, '0')}`
  const parsed = (text: string): Stamp => {
    const stamp = Timestamp.parse(text)
    if (!stamp) throw new Error(`${text} is no stamp.`)
    return stamp
  }

  /** The loser of two that cross is kept in the log and shown to nobody. */
  const apply = (side: Side, messages: readonly Message[], areForeign: boolean): void => {
    const machine = machines[side]
    setClock(machine.clock)
    machine.raw.transaction(() => {
      for (const { timestamp, row, column, value } of messages) {
        const stamp = parsed(timestamp)
        const newest = machine.newest.get(row, column)
        if (machine.insert.run(timestamp, row, column, value).changes === 0) continue
        if (areForeign) Timestamp.recv(stamp)
        if (newest === undefined || newest < timestamp) machine.update(column).run(row, value)
        machine.clock.merkle = merkle.insert(machine.clock.merkle, stamp)
      }
      machine.clock.merkle = merkle.prune(machine.clock.merkle)
      machine.saveClock.run(JSON.stringify(machine.clock.merkle))
    })()
  }
  const write = (side: Side, cells: readonly Omit<Message, 'timestamp'>[]): void => {
    setClock(machines[side].clock)
    apply(
      side,
      cells.map((cell) => ({ ...cell, timestamp: String(Timestamp.send()) })),
      false,
    )
  }

  let wireBytes = 0
  const meet = (): void => {
    for (let since = merkle.diff(machines.a.clock.merkle, machines.b.clock.merkle); since !== null;) {
      const from = new Timestamp(since, 0, '0').toString()
      const [ofA, ofB] = [machines.a.since.all(from), machines.b.since.all(from)]
      for (const message of [...ofA, ...ofB])
        wireBytes +=
          toBinary(MessageSchema, create(MessageSchema, { dataset: 'companies', ...message })).length + message.timestamp.length
      apply('b', ofA, true)
      apply('a', ofB, true)
      wireBytes += 2 * JSON.stringify(machines.a.clock.merkle).length
      since = merkle.diff(machines.a.clock.merkle, machines.b.clock.merkle)
    }
  }

  await time('baseMs', () => {
    for (let start = 0; start < RECORDS; start += 1000)
      write(
        'a',
        Array.from({ length: 1000 }, (_, index) =>
          Object.entries(workload.first(start + index)).map(([column, value]) => ({ row: idOf(start + index), column, value })),
        ).flat(),
      )
  })
  await time('bootMs', meet)
  wireBytes = 0
  await time('editsMs', () => {
    for (const side of ['a', 'b'] as const)
      for (const { record, field, value } of workload.edits[side]) write(side, [{ row: idOf(record), column: field, value }])
  })
  await time('syncMs', meet)

  const stateOf = (side: Side): string => JSON.stringify(machines[side].raw.prepare('SELECT * FROM companies ORDER BY id').all())
  const isEqual = stateOf('a') === stateOf('b')
  const selectLog = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%messages_%'"
  const logBytes = machines.a.raw.prepare<[], number>(selectLog).pluck().get() ?? 0
  for (const { raw } of Object.values(machines)) {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    raw.close()
  }
  const diskBytes = statSync(join(folder, 'a.db')).size
  return {
    engine: 'HLC and Merkle log (@actual-app/crdt 3.1.3), encrypted',
    ...times(),
    wireBytes,
    diskBytes,
    logBytes,
    conflicts: 'none',
    isEqual,
  }
}

const statements = (raw: RawConnection) => {
  const updates = new Map(
    FIELDS.map((field) => [
      field as string,
      raw.prepare<[string, string]>(
        `INSERT INTO companies (id, ${field}) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET ${field} = excluded.${field}`,
      ),
    ]),
  )
  return {
    newest: raw
      .prepare<[string, string], string>(
        `SELECT timestamp FROM messages_crdt WHERE dataset = 'companies' AND row = ? AND column = ? ORDER BY timestamp DESC LIMIT 1`,
      )
      .pluck(),
    insert: raw.prepare<[string, string, string, string]>(
      `INSERT OR IGNORE INTO messages_crdt (timestamp, dataset, row, column, value) VALUES (?, 'companies', ?, ?, ?)`,
    ),
    since: raw.prepare<[string], Message>(
      'SELECT timestamp, row, column, value FROM messages_crdt WHERE timestamp > ? ORDER BY timestamp',
    ),
    saveClock: raw.prepare<[string]>(
      'INSERT INTO messages_clock (id, clock) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET clock = excluded.clock',
    ),
    update: (column: string) => {
      const statement = updates.get(column)
      if (!statement) throw new Error(`There is no column ${column}.`)
      return statement
    },
  }
}

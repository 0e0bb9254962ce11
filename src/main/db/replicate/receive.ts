// Takes change sets of other machines into this file: all of a batch, or nothing of it.
import { decidesIndexes, followCustomFields } from '../custom/field-indexes.ts'
import { type Allowance, type Body, decodeBody } from '../log/body.ts'
import { LATEST_STAMP } from '../log/clock.ts'
import type { LogReader, OperationRef } from '../log/log-reader.ts'
import { logSetsOf } from '../log/log-sets.ts'
import type { LogStore } from '../log/log-store.ts'
import { chainOf, sha256 } from '../log/set-header.ts'
import { parseOperationId, versionOf } from '../log/version.ts'
import type { RawConnection } from '../raw-connection.ts'
import { layoutById } from '../registry/layout.ts'
import type { RowStore } from '../write/row-store.ts'
import type { InTransaction } from '../write/transaction.ts'
import { BadChangeSet } from './bad-change-set.ts'
import { createCausality } from './causality.ts'
import { columnDefaults } from './column-defaults.ts'
import { basesIn, localVersions, readForeignBody } from './foreign-body.ts'
import { createMergeBody } from './merge-body.ts'
import { createMerge } from './merge-row.ts'
import type { OpenEnds } from './open-ends.ts'
import type { NoteTouches, Touches } from './touches.ts'
import type { Origins } from './outgoing.ts'
import type { WireSet } from './wire.ts'

export interface Received {
  /** Change sets that were new. */
  readonly sets: number
  readonly rows: number
  readonly tables: readonly string[]
  /** The newest place in the log. */
  readonly rev: number
}

export interface ReceiveSources {
  readonly raw: RawConnection
  readonly log: LogStore
  readonly reader: LogReader
  readonly store: RowStore
  readonly ends: OpenEnds
  readonly touches: Touches
  readonly noteTouches: NoteTouches
  readonly settle: (undone: OperationRef) => void
  readonly inTransaction: InTransaction
  readonly nowMs: () => number
  /** Called before each change set. */
  readonly giveWay: () => void
}

interface ParkedRow {
  readonly tbl: number
  readonly lsn: number
  readonly cells: string | null
  readonly oid: number
  readonly seq: number
  readonly op: number
  readonly wall: number
  readonly body: Uint8Array | null
}

/** What is going on with a batch. */
interface Taking {
  /** Those that were written. */
  readonly tables: Set<string>
  readonly allowance: Allowance
  /** Origins of which sets were here already. */
  readonly passed: Set<number>
}

/** `origins`: those that somebody vouches for; change sets of others are refused. Throws BadChangeSet. */
export type Receive = (sets: readonly WireSet[], origins: Origins) => Received

/** Of all bodies of a batch, unpacked. An honest batch is a quarter of a MiB packed, or one change set. */
const BATCH_LENGTH = 64 * 1024 * 1024

/** What an operation had decided about is open again once it is taken back, and decided about once that is taken back. */
export const settleUndone =
  (reader: LogReader, ends: OpenEnds) =>
  (undone: OperationRef): void => {
    const stands = (operation: OperationRef): boolean => reader.standingUndoOf(operation) === null
    for (let operation: OperationRef | null = undone; operation; operation = reader.undoneBy(operation))
      ends.settle(operation, stands)
  }

/** `unpark`: applies what an older version put aside, as far as this one knows it. */
export const createReceive = (sources: ReceiveSources): { readonly receive: Receive; readonly unpark: () => void } => {
  const { raw, log, reader, store, ends, touches, noteTouches, settle, inTransaction, nowMs, giveWay } = sources
  const causality = createCausality(raw, log)
  const logged = logSetsOf(raw)
  const merge = createMerge({
    ...{ store, ends, touches, causality },
    defaultsOf: columnDefaults(raw),
    writtenBy: (version, place) => reader.stepOf(version, place)?.value,
    cellsIn: reader.cellsIn,
  })
  const bodies = createMergeBody({
    raw,
    store,
    ends,
    merge,
    noteTouches,
    toLocalIn: (body) => localVersions(body, log.oidOfOrigin),
  })
  /** Whether a stamp is that of what was built on the values that a change set replaces, one tick after the newest. */
  const isNext = (stamp: number, body: Body | null): boolean => {
    if (!body) return true
    const toLocal = localVersions(body, log.oidOfOrigin)
    return basesIn(body).some((version) => (causality.stampOf(toLocal(version)) ?? 0) >= stamp - 1)
  }

  const take = (set: WireSet, oid: number, { tables, allowance, passed }: Taking): number => {
    const bodyHash = set.body === null ? set.bodyHash : sha256(set.body)
    const chain = bodyHash && chainOf(log.headOf(oid).chain, set, bodyHash)
    if (!chain || (set.chain && !chain.equals(set.chain)))
      throw passed.has(oid)
        ? new BadChangeSet('fork', `Set ${set.seq} of ${set.originHex} follows from another one than is here.`)
        : new BadChangeSet('chain', `Set ${set.seq} of ${set.originHex} does not follow from the one before.`)
    const body = set.body && readForeignBody(set.body, allowance)
    const saw = body?.v?.map(localVersions(body, log.oidOfOrigin)) ?? []
    for (const version of saw) {
      if (causality.stampOf(version) === undefined)
        throw new BadChangeSet('causality', `Set ${set.seq} of ${set.originHex} saw what is not here.`)
    }
    if (set.hlc > LATEST_STAMP && !isNext(set.hlc, body))
      throw new BadChangeSet('causality', `Set ${set.seq} of ${set.originHex} comes from a time that nothing could come after.`)
    const undoes = set.undoes === null ? null : localOperation(set.undoes)
    const lsn = log.appendForeign({ ...set, oid, undoes, bodyHash, chain, saw }, nowMs())
    const version = versionOf(oid, set.seq)
    causality.noteStamp(version, set.hlc)
    if (body) bodies.merge(body, { version, oid, op: set.op, lsn, wallMs: set.wallMs }, tables)
    if (undoes && set.part === 1) settle(undoes)
    return set.rows
  }

  const localOperation = (name: string): OperationRef => {
    const { originHex, op } = parseOperationId(name)
    const oid = log.oidOfOrigin(originHex)
    if (oid === undefined || !logged.at(oid, op)) throw new BadChangeSet('causality', `Operation ${name} is not here.`)
    return { oid, op }
  }

  const receive: Receive = (sets, origins) => {
    const tables = new Set<string>()
    const taking: Taking = { tables, allowance: { left: BATCH_LENGTH }, passed: new Set() }
    let taken = 0
    let rows = 0
    try {
      return inTransaction(
        () => {
          for (const set of sets) {
            giveWay()
            const known = log.oidOfOrigin(set.originHex)
            const said = origins.get(set.originHex)
            if (known === undefined && said === undefined) throw new BadChangeSet('origin', `Nobody introduced ${set.originHex}.`)
            const oid = known ?? log.knowOrigin(set.originHex, said?.device ?? '', said?.introduction ?? null)
            const { seq } = log.headOf(oid)
            if (set.seq <= seq) {
              taking.passed.add(oid)
              if (set.chain && !Buffer.from(logged.chainAt(oid, set.seq) ?? []).equals(set.chain))
                throw new BadChangeSet('fork', `There are two different sets ${set.seq} of ${set.originHex}.`)
              continue
            }
            if (oid === log.oid) throw new BadChangeSet('self', 'Another machine has own changes that this one lost.')
            if (set.seq > seq + 1) throw new BadChangeSet('gap', `Set ${set.seq} of ${set.originHex} comes after ${seq}.`)
            rows += take(set, oid, taking)
            taken += 1
          }
          if (store.search.pending() > 0) {
            tables.add('search')
            store.search.flush()
          }
          if ([...tables].some(decidesIndexes)) followCustomFields(raw)
          if (taken > 0) tables.add('sync_change').add('sync_conflict').add('sync_revived')
          return { sets: taken, rows, tables: [...tables], rev: log.head().lsn }
        },
        { isBulk: sets.reduce((sum, set) => sum + set.rows, 0) > 2000 },
      )
    } catch (error) {
      causality.forget()
      if (isConstraint(error)) throw new BadChangeSet('body', 'A value does not fit into its table.', { cause: error })
      throw error
    }
  }

  const parked = raw.prepare<[], ParkedRow>(
    `SELECT tbl, lsn, cells, oid, seq, op, wall, body FROM sync_pending JOIN sync_change USING (lsn) ORDER BY lsn`,
  )
  const unparkRow = raw.prepare<[number, number]>('DELETE FROM sync_pending WHERE tbl = ? AND lsn = ?')
  const unpark = (): void => {
    const known = parked.all().filter(({ tbl }) => layoutById(tbl) !== undefined)
    if (known.length === 0) return
    inTransaction(
      () => {
        for (const { tbl, lsn, cells, oid, seq, op, wall, body: bytes } of known) {
          const layout = layoutById(tbl)
          if (!layout || !bytes) continue
          const only = cells === null ? null : new Set(JSON.parse(cells) as number[]) // written by `park`
          raw.exec('SAVEPOINT unpark')
          try {
            unparkRow.run(tbl, lsn)
            bodies.mergeParked(decodeBody(bytes), { version: versionOf(oid, seq), oid, op, lsn, wallMs: wall }, { layout, only })
            // What it decides about may have been taken back since.
            settle({ oid, op })
          } catch (error) {
            // The version that kept it could not look into it. It stays where it is, and the file opens.
            if (!(error instanceof BadChangeSet) && !isConstraint(error)) throw error
            raw.exec('ROLLBACK TO unpark')
            causality.forget()
          }
          raw.exec('RELEASE unpark')
        }
        store.search.flush()
      },
      { isBulk: true },
    )
  }

  return { receive, unpark }
}

const isConstraint = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')

// Change sets got other numbers: what speaks of them by their old ones follows. Rows, open ends, what was decided about, what was worked on.
import { decodeBody } from '../log/body.ts'
import { oidOf, parseCells, seqOf, versionOf } from '../log/version.ts'
import type { RawConnection } from '../raw-connection.ts'
import { layoutById } from '../registry/layout.ts'
import type { StoredSet } from '../log/set-header.ts'

/** `sets`: the change sets that moved, as they were; `move`: versions of this file, old to new. */
export const moveVersions = (raw: RawConnection, sets: readonly StoredSet[], move: (version: number) => number): void => {
  moveRows(raw, sets, move)
  rewriteTable(raw, 'sync_conflict', ({ ver, ...row }) => ({ ...row, ver: move(Number(ver)) }))
  rewriteTable(raw, 'sync_revived', ({ ver, byVer, ...row }) => ({ ...row, ver: move(Number(ver)), byVer: move(Number(byVer)) }))
  rewriteTable(raw, 'sync_touch', ({ oid, seq, ...row }) => {
    const version = move(versionOf(Number(oid), Number(seq)))
    return { ...row, oid: oidOf(version), seq: seqOf(version) }
  })
  rewriteTable(raw, 'sync_closed', ({ oid, op, ver, ...row }) => {
    const operation = move(versionOf(Number(oid), Number(op)))
    return { ...row, oid: oidOf(operation), op: seqOf(operation), ver: move(Number(ver)) }
  })
}

const moveRows = (raw: RawConnection, sets: readonly StoredSet[], move: (version: number) => number): void => {
  const rows = new Map<number, Set<string>>()
  for (const { body } of sets) {
    for (const { t, r } of body ? decodeBody(body).g : []) {
      const ids = rows.get(t) ?? new Set()
      rows.set(t, ids)
      for (const [id] of r) ids.add(String(id))
    }
  }
  for (const [tableId, ids] of rows) {
    const table = layoutById(tableId)?.name
    // What this version does not know waits in the log.
    if (table === undefined) continue
    const select = raw.prepare<[string], { ver: number; cells: string | null }>(`SELECT ver, cells FROM ${table} WHERE id = ?`)
    const update = raw.prepare<[number, string | null, string]>(`UPDATE ${table} SET ver = ?, cells = ? WHERE id = ?`)
    for (const id of ids) {
      const row = select.get(id)
      if (!row) continue
      const cells = Object.entries(parseCells(row.cells)).map(([cell, version]) => [cell, move(version)] as const)
      update.run(move(row.ver), row.cells === null ? null : JSON.stringify(Object.fromEntries(cells)), id)
    }
  }
}

type Row = Readonly<Record<string, unknown>>

/** Writes each row of a small table anew as `change` answers it. */
const rewriteTable = (raw: RawConnection, table: string, change: (row: Row) => Row): void => {
  const rows = raw.prepare<[], Row>(`SELECT * FROM ${table}`).all()
  raw.prepare(`DELETE FROM ${table}`).run()
  for (const row of rows.map(change)) {
    const columns = Object.keys(row)
    raw
      .prepare<unknown[]>(`INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`)
      .run(...Object.values(row))
  }
}

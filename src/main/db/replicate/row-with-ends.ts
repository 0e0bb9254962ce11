// What merging has to know of a row before it writes it, in one look: its clock, and whether anything hangs on it. Most rows have neither an open
// end nor a revival, and need not be asked for them again.
import type { RawConnection } from '../raw-connection.ts'
import type { TableLayout } from '../registry/layout.ts'
import type { TableName } from '../registry/tables.ts'
import type { RowClock } from '../write/row-store.ts'

export interface RowWithEnds extends RowClock {
  /** 1: the row has open ends, or such that were decided about. */
  readonly hasEnds: 0 | 1
  /** 1: work on it outlived an archiving. */
  readonly hasRevival: 0 | 1
}

/** Answers undefined for a row that is not here. */
export const createRowsWithEnds = (raw: RawConnection): ((layout: TableLayout, id: string) => RowWithEnds | undefined) => {
  const prepare = ({ id, name }: TableLayout) => {
    const hangsIn = (table: string): string => `EXISTS (SELECT 1 FROM ${table} h WHERE h.tbl = ${id} AND h.row = t.id)`
    return raw.prepare<[string], RowWithEnds>(
      `SELECT no, id, ver, cells, updatedAt, archivedAt, ${hangsIn('sync_conflict')} OR ${hangsIn('sync_closed')} AS hasEnds,
         ${hangsIn('sync_revived')} AS hasRevival
       FROM ${name} t WHERE id = ?`,
    )
  }
  const selects = new Map<TableName, ReturnType<typeof prepare>>()
  return (layout, id) => {
    let select = selects.get(layout.name)
    if (!select) selects.set(layout.name, (select = prepare(layout)))
    return select.get(id)
  }
}

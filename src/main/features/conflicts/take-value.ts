// Takes a value that lost: as it was written on the other machine, as far as it still makes sense here.
import { sql } from 'kysely'
import { AppError } from '#shared/base/app-error.ts'
import { compileSql } from '#main/db/builder.ts'
import type { Crossed } from '#main/db/log/crossings.ts'
import type { StoredValues } from '#main/db/registry/layout.ts'
import { isActive } from '#main/db/selection.ts'
import type { MutationContext } from '#main/rpc/handlers.ts'
import { nameOfRow, tablesOfColumn } from '#main/records/row-names.ts'

/** Throws `conflict` where it names what is archived by now, and what the record's own rules say. */
export const takeValue = (context: MutationContext, { table, row, cell }: Crossed, values: StoredValues): void => {
  const { tx, run } = context
  requireTargets(context, values)
  const field = cell.columns[0]?.name ?? ''
  const value = values[field] ?? null
  const text = typeof value === 'string' ? value : null
  if (table === 'companies' && field === 'parentId') run('companies.update', { id: row.id, parentId: text })
  else if ((table === 'companies' || table === 'contacts') && field === 'lifecycleStageId') {
    const recordType = table === 'companies' ? 'company' : 'contact'
    run('lifecycle.move', { recordType, recordId: row.id, toStageId: text })
  } else {
    // A stage brings its pipeline along.
    const pipelineId = table === 'deals' && text !== null && field === 'stageId' ? pipelineOf(tx, text) : undefined
    if (pipelineId !== undefined && pipelineId !== row['pipelineId']) tx.update('deals', row.id, { pipelineId })
    tx.decide(table, row.id, values)
  }
}

const pipelineOf = (db: MutationContext['db'], stageId: string): string | undefined =>
  db.get(compileSql(sql<{ pipelineId: string }>`select pipelineId from stages where id = ${stageId}`))?.pipelineId

const requireTargets = ({ db }: MutationContext, values: StoredValues): void => {
  for (const [column, value] of Object.entries(values)) {
    const tables = typeof value === 'string' ? tablesOfColumn(column) : []
    if (typeof value !== 'string' || tables.length === 0) continue
    const isThere = tables.some(
      (table) =>
        db.get(
          compileSql(sql<{ found: 1 }>`select 1 as found from ${sql.table(table)} where id = ${value} and ${isActive(table)}`),
        ) !== undefined,
    )
    const [table] = tables
    if (!isThere && table) throw new AppError('conflict', 'conflicts.targetGone', { name: nameOfRow(db, table, value) ?? value })
  }
}

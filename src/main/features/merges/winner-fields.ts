// The winner's own columns: what was chosen of the others is written through the one gate of records, whose rules hold here too.
import type { CustomValue } from '#shared/custom-fields/custom-values.ts'
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { RowChanges, WriteTx } from '#main/db/database.ts'
import { checkedChanges } from '#main/records/checked-record.ts'
import { fieldChecks } from '#main/records/field-checks.ts'
import type { MergePlan } from './merge-plan.ts'
import type { CustomerTable, Members } from './merge-records.ts'
import { soundParent } from './parent-choice.ts'

type Changes = RowChanges<CustomerTable>

/** Throws `invalid_input` where the values put together break a rule of the office. */
export const writeWinner = (tx: WriteTx, members: Members, plan: MergePlan): void => {
  const { recordType, table, winnerId } = members
  const { columns, custom } = chosenValues(tx, members, plan)
  const former = new Set(formerOf(tx, members, custom))
  const offered = Object.fromEntries(Object.entries(custom).filter(([key]) => !former.has(key)))
  const kept = Object.fromEntries(Object.entries(custom).filter(([key]) => former.has(key)))
  // Columns of the two tables by their names, taken from rows of the same table.
  const changes = { ...columns, ...(Object.keys(offered).length > 0 ? { custom: offered } : {}) } as Changes
  tx.update(table, winnerId, checkedChanges(tx, recordType, winnerId, changes))
  // A choice that is no longer offered may stay on records that hold it, so also on the one that takes their place.
  if (former.size > 0) tx.update(table, winnerId, { custom: kept })
}

interface Chosen {
  readonly columns: Record<string, unknown>
  readonly custom: Record<string, CustomValue>
}

const chosenValues = (tx: WriteTx, members: Members, { fields, placeOf }: MergePlan): Chosen => {
  const { ids, winnerId, records, recordType } = members
  const winnerPlace = ids.indexOf(winnerId)
  const columns: Record<string, unknown> = {}
  const custom: Record<string, CustomValue> = {}
  for (const field of fields) {
    const place = placeOf(field)
    const values = records[place]?.values
    if (place === winnerPlace || !values) continue
    for (const column of field.columns) {
      const value = values[column] ?? null
      if (storageClassOf(column) === null) columns[column] = value
      // The value of an office's own field, as its record holds it.
      else custom[column] = value as CustomValue
    }
  }
  // The winner may belong to one of those that become part of it.
  if (recordType === 'company') {
    const own = records[winnerPlace]?.values['parentId'] ?? null
    const parentId = soundParent(tx, members, 'parentId' in columns ? columns['parentId'] : own)
    if (parentId !== own) columns['parentId'] = parentId
    else delete columns['parentId']
  }
  return { columns, custom }
}

const formerOf = (tx: WriteTx, { recordType }: Members, custom: Chosen['custom']): readonly string[] =>
  fieldChecks(tx, recordType).definitions.flatMap(({ key, formerChoices }) => {
    const value = custom[key] ?? null
    const held = Array.isArray(value) ? value : [value]
    return formerChoices.some(({ id }) => held.includes(id)) ? [key] : []
  })

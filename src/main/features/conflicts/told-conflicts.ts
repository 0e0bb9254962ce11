// Crossed values as a window shows them: with names in place of ids, and who wrote each of them, when and on which machine.
import { storageClassOf } from '#shared/custom-fields/custom-values.ts'
import type { Conflict, CrossedValue } from '#shared/conflicts/conflict.ts'
import type { LoggedRowChange } from '#main/db/log/change-log.ts'
import type { Claim, Crossed, Crossing } from '#main/db/log/crossings.ts'
import type { StoredValue, StoredValues } from '#main/db/registry/layout.ts'
import type { CallContext } from '#main/rpc/handlers.ts'
import { referencesIn, withNames } from '#main/records/field-references.ts'
import { type Names, readNames } from '#main/records/names.ts'
import { type OwnFields, readOwnFields } from '#main/records/told-fields.ts'
import { editorOf } from './editors.ts'
import { mergeOf } from './kept-merges.ts'
import { shownColumns } from './shown-cells.ts'

type Asked = Pick<CallContext, 'db' | 'log'>
type Change = LoggedRowChange['changes'][number]

interface Told {
  readonly crossed: Crossed
  readonly crossing: Crossing
  /** What is shown: the columns of a value, of what was kept those that were worked on. */
  readonly columns: readonly string[]
  /** What a record that was kept can be merged into once more. */
  readonly winnerId: string | null
}

const UNTOLD = new Set(['archivedAt', 'archivedReason', 'position', 'lineNo', 'isSample'])

const tellable = ({ db, log }: Asked, crossed: Crossed): Told => {
  const crossing = log.crossing(crossed)
  const columns = crossed.kind === 'value' ? shownColumns(crossed) : crossing.written.filter((name) => !UNTOLD.has(name))
  return { crossed, crossing, columns, winnerId: crossed.kind === 'kept' ? (mergeOf(db, crossed)?.winnerId ?? null) : null }
}

/** A setting holds JSON: a word or number as it is; what holds several things stays JSON, and the window tells it. */
const plainOf = ({ table, cell }: Crossed, column: string, value: StoredValue): Change['to'] => {
  const isFlag = storageClassOf(column) === 'b' || cell.columns.some(({ name, type }) => name === column && type === 'boolean')
  if (isFlag && value !== null) return value === 1
  if (table !== 'settings' || typeof value !== 'string') return value
  const parsed: unknown = JSON.parse(value)
  return typeof parsed === 'string' || typeof parsed === 'number' || typeof parsed === 'boolean' ? parsed : value
}

const changesOf = ({ crossed, columns }: Told, values: StoredValues): Change[] =>
  columns.map((field) => ({ field, from: null, to: plainOf(crossed, field, values[field] ?? null) }))

const allChanges = (told: Told): Change[] => {
  const { standing, others } = told.crossing
  const values = [standing.values, ...others.flatMap((other) => [other.values, ...(other.base ? [other.base] : [])])]
  return values.flatMap((some) => changesOf(told, some))
}

/** `recordId`: of the record that they are shown with; a row that is not the record itself is named. */
export const tellConflicts = (asked: Asked, open: readonly Crossed[]): Conflict[] => {
  const { db } = asked
  const told = open.map((crossed) => tellable(asked, crossed))
  const changes = told.flatMap(allChanges)
  const own = readOwnFields(
    db,
    changes.map(({ field }) => field),
  )
  const names = readNames(db, [
    ...referencesIn(changes, own),
    ...told.flatMap(({ crossing }) => [crossing.standing, ...crossing.others].flatMap(userOf)),
    ...open.map(({ table, row }) => ({ table, rowId: row.id })),
    ...told.flatMap(({ crossed: { table }, winnerId }) => (winnerId === null ? [] : [{ table, rowId: winnerId }])),
  ])
  return told.map((one) => tell(one, names, own))
}

const userOf = ({ actorId }: Claim) => (actorId === null ? [] : [{ table: 'users' as const, rowId: actorId }])

const tell = (told: Told, names: Names, own: OwnFields): Conflict => {
  const { crossed, crossing, columns, winnerId } = told
  const { kind, table, row, cell } = crossed
  const currency = textOf(row['currency'] ?? row['revenueCurrency'])
  const shown = (values: StoredValues): CrossedValue[] =>
    withNames(changesOf(told, values), names, own).map(({ field, label, currency: ofField, to }) => ({
      ...{ field: typeof row['key'] === 'string' && table === 'settings' ? row['key'] : field, label },
      ...{ currency: ofField ?? currency, value: to },
    }))
  const claim = ({ actorId, id, at, deviceName, values }: Claim) => ({
    ...{ id, at, deviceName, values: shown(values) },
    actorName: actorId === null ? null : names.of('users', actorId),
  })
  const field = (kind === 'value' ? columns[0] : undefined) ?? cell.columns[0]?.name ?? ''
  return {
    ...{ kind, table, rowId: row.id, field, label: own.get(field)?.name ?? null },
    row: { name: names.of(table, row.id) },
    mergedInto: winnerId === null ? null : { id: winnerId, name: names.of(table, winnerId) ?? '' },
    standing: claim(crossing.standing),
    others: crossing.others.map((other) => ({
      ...claim(other),
      values: kind === 'value' ? shown(other.values) : [],
      base: kind === 'value' && other.base !== null ? shown(other.base) : null,
    })),
    editor: kind === 'value' ? editorOf(table, field) : null,
  }
}

const textOf = (value: StoredValue | undefined): string | null => (typeof value === 'string' ? value : null)

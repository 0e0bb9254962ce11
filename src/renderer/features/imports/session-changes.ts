// What the user decides about single rows and cells of an import. Pure: the session before, the session after.
import type { ImportSession, RowDecision, RowEdit, TableKey } from './import-session.ts'

type Changed<Part extends keyof ImportSession> = Pick<ImportSession, Part>

/** A cell is mended; with the text of the file itself it is as it was. */
export const withEdit = ({ edits }: ImportSession, table: TableKey, edit: RowEdit, original: string | null): Changed<'edits'> => {
  const others = (edits[table] ?? []).filter(({ row, column }) => row !== edit.row || column !== edit.column)
  return { edits: { ...edits, [table]: edit.value === original ? others : [...others, edit] } }
}

export const editAt = ({ edits }: ImportSession, table: TableKey, row: number, column: number): RowEdit | undefined =>
  edits[table]?.find((edit) => edit.row === row && edit.column === column)

export const decisionAt = ({ decisions }: ImportSession, table: TableKey, row: number): RowDecision | undefined =>
  decisions[table]?.find((decision) => decision.row === row)

/** The same decision for these rows; `null`: none, as if nothing had been decided. */
export const withDecision = (
  { decisions }: ImportSession,
  table: TableKey,
  rows: readonly number[],
  decision: Omit<RowDecision, 'row'> | null,
): Changed<'decisions'> => {
  const decided = new Set(rows)
  const others = (decisions[table] ?? []).filter(({ row }) => !decided.has(row))
  return { decisions: { ...decisions, [table]: decision ? [...others, ...rows.map((row) => ({ row, ...decision }))] : others } }
}

/** Without what was said about the rows of these tables: their columns or their reading changed. */
export const withoutRows = (
  { edits, decisions }: ImportSession,
  isGone: (table: TableKey) => boolean,
): Changed<'edits' | 'decisions'> => ({ edits: without(edits, isGone), decisions: without(decisions, isGone) })

export const without = <T>(byKey: Readonly<Record<string, T>>, isGone: (key: string) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(byKey).filter(([key]) => !isGone(key)))

// Saving cells while the keyboard goes on: the new value is seen at once, and what the engine refuses comes back to its cell with the text
// that was typed and the reason.
import { useCallback, useRef, useState } from 'react'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { errorText, issueText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { AppError } from '#shared/base/app-error.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { CellValue, ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import { fieldLabel } from './field-words.ts'

export interface RefusedText {
  readonly text: string
  readonly complaint: string
}

export interface RefusedCell {
  readonly rowId: string
  readonly fieldId: string
}

export interface CellSaves {
  /** Another object with each refusal. */
  readonly lastRefused: RefusedCell | null
  readonly refusedAt: (rowId: string, fieldId: string) => RefusedText | undefined
  readonly forget: (rowId: string, fieldId: string) => void
  /** Without waiting. */
  readonly send: (row: ListRow, field: ListField, typed: { readonly text: string; readonly value: NewValue }) => void
  /** Answers the sentence that says why it was refused; `null`: it is saved. */
  readonly save: (row: ListRow, field: ListField, value: NewValue) => Promise<string | null>
}

const cellKey = (rowId: string, fieldId: string): string => `${rowId} ${fieldId}`

export const useCellSaves = (entity: ListEntity): CellSaves => {
  const t = useT()
  const { queryClient } = useClient()
  const [refused, setRefused] = useState<ReadonlyMap<string, RefusedText>>(new Map())
  const [lastRefused, setLastRefused] = useState<RefusedCell | null>(null)
  const words = useRef(new Map<string, string>())
  const edit = useAction(useApi().lists.edit(), {
    said: (_, { rows }) => words.current.get(rows[0]?.id ?? '') ?? t('base.action.done'),
    errors: 'caller',
  })

  const mark = (key: string, text: RefusedText | null) =>
    setRefused((before) => {
      const after = new Map(before)
      if (text) after.set(key, text)
      else after.delete(key)
      return after
    })
  const save = async (row: ListRow, field: ListField, value: NewValue): Promise<string | null> => {
    words.current.set(row.id, t('lists.cell.changed', { field: fieldLabel(t, field), name: row.title }))
    try {
      await edit.mutateAsync({ entity, rows: [{ id: row.id, changes: { [field.id]: value } }] })
      return null
    } catch (error) {
      const issue = error instanceof AppError ? error.details.issues?.[0] : undefined
      return issue ? issueText(t, issue) : errorText(t, error).text
    }
  }
  /** In the pages that are kept, until the engine has answered. */
  const show = (rowId: string, fieldId: string, value: CellValue) =>
    queryClient.setQueriesData<{ readonly rows: readonly ListRow[] }>(
      { predicate: ({ queryKey }) => queryKey[0] === 'lists.page' },
      (page) =>
        page?.rows.some(({ id }) => id === rowId)
          ? {
              ...page,
              rows: page.rows.map((row) => (row.id === rowId ? { ...row, cells: { ...row.cells, [fieldId]: value } } : row)),
            }
          : page,
    )

  const refusedAt = useCallback((rowId: string, fieldId: string) => refused.get(cellKey(rowId, fieldId)), [refused])

  return {
    refusedAt,
    lastRefused,
    forget: (rowId, fieldId) => {
      if (refused.has(cellKey(rowId, fieldId))) mark(cellKey(rowId, fieldId), null)
    },
    save,
    send: (row, field, { text, value }) => {
      const key = cellKey(row.id, field.id)
      const before = row.cells[field.id] ?? null
      mark(key, null)
      // What is typed into cells is shown as it is stored.
      show(row.id, field.id, value as CellValue)
      void save(row, field, value).then((complaint) => {
        if (complaint === null) return
        show(row.id, field.id, before)
        mark(key, { text, complaint })
        setLastRefused({ rowId: row.id, fieldId: field.id })
      })
    },
  }
}

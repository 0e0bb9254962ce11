// Copying a block of cells, pasting one from a spreadsheet, emptying one. What is not understood is shown before anything is written.
import { useState } from 'react'
import { useApi, useClient } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { CellBlock, GridLine } from '#renderer/ui/data-grid/grid-types.ts'
import { AppError } from '#shared/base/app-error.ts'
import type { ListChanged, ListChanges } from '#shared/lists/list-change.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import { cellsOf, type Pasted, readPasted } from '#shared/lists/pasted.ts'
import { cellPlain, fieldLabel } from './field-words.ts'
import { usePasteNames } from './use-paste-names.ts'

interface ClipboardOptions {
  readonly entity: ListEntity
  readonly fields: readonly ListField[]
  readonly lineCount: number
  readonly lineAt: (index: number) => GridLine<ListRow> | undefined
}

export interface Clipboard {
  readonly copy: (block: CellBlock) => string | null
  readonly paste: (block: CellBlock, text: string) => void
  readonly empty: (block: CellBlock) => void
  /** A pasted block that is not understood as a whole; it waits for a word. */
  readonly doubtful: Pasted | null
  readonly accept: () => void
  readonly giveUp: () => void
  readonly refused: ListChanged | null
  readonly forgetRefused: () => void
}

export const useClipboard = ({ entity, fields, lineCount, lineAt }: ClipboardOptions): Clipboard => {
  const t = useT()
  const format = useFormat()
  const names = usePasteNames()
  const { quietLine } = useClient()
  const [doubtful, setDoubtful] = useState<Pasted | null>(null)
  const [refused, setRefused] = useState<ListChanged | null>(null)
  const onDone = (done: ListChanged) => {
    if (done.refused > 0) setRefused(done)
  }
  const api = useApi()
  const write = useAction(api.lists.edit(), {
    said: (_, { rows }) =>
      t('lists.paste.did', { count: rows.reduce((sum, { changes }) => sum + Object.keys(changes).length, 0) }),
    onDone,
  })
  const clear = useAction(api.lists.edit(), {
    said: (_, { rows }) => t('lists.cell.emptied', { field: fieldsOfRows(rows), count: rows.length }),
    onDone,
  })
  const fieldsOfRows = (rows: readonly { readonly changes: Readonly<Record<string, unknown>> }[]): string => {
    const ids = new Set(rows.flatMap(({ changes }) => Object.keys(changes)))
    return fields
      .filter(({ id }) => ids.has(id))
      .map((field) => fieldLabel(t, field))
      .join(t('lists.cell.comma'))
  }

  const rowsFrom = (first: number, last: number): (ListRow | undefined)[] =>
    Array.from({ length: Math.max(0, Math.min(last, lineCount - 1) - first + 1) }, (_, index) => lineAt(first + index)).flatMap(
      (line) => (line?.kind === 'group' ? [] : [line?.row]),
    )
  const apply = ({ edits }: Pasted) => {
    const rows = edits.map(({ id, changes }) => ({ id, changes: { ...changes } }))
    if (rows.length > 0) write.mutate({ entity, rows, onRefusal: 'skip' })
  }

  return {
    doubtful,
    refused,
    forgetRefused: () => setRefused(null),
    accept: () => {
      if (doubtful) apply(doubtful)
      setDoubtful(null)
    },
    giveUp: () => setDoubtful(null),

    copy: (block) => {
      const columns = fields.slice(block.firstColumn, block.lastColumn + 1)
      const lines = rowsFrom(block.firstLine, block.lastLine).flatMap((row) =>
        row ? [columns.map((field) => quoted(cellPlain({ t, format }, field, row.cells[field.id]))).join('\t')] : [],
      )
      return lines.length === 0 ? null : lines.join('\n')
    },

    paste: (block, text) => {
      const copied = cellsOf(text)
      const isOne = copied.length === 1 && copied[0]?.length === 1
      const [height, width] = [block.lastLine - block.firstLine + 1, block.lastColumn - block.firstColumn + 1]
      // One copied cell fills the whole block that was chosen.
      const cells = isOne ? [Array.from({ length: width }, () => copied[0]?.[0] ?? '')] : copied
      const rows = rowsFrom(block.firstLine, block.firstLine + (isOne ? height : cells.length) - 1)
      if (rows.some((row) => row === undefined)) {
        quietLine.fail(new AppError('unavailable', 'lists.paste.loading'))
        return
      }
      const ids = rows.flatMap((row) => (row ? [row.id] : []))
      const pasted = readPasted(cells, { ids, fields: fields.slice(block.firstColumn), isFilling: isOne }, names)
      if (pasted.issues > 0) setDoubtful(pasted)
      else apply(pasted)
    },

    empty: (block) => {
      const columns = fields
        .slice(block.firstColumn, block.lastColumn + 1)
        .filter(({ isEditable, isRequired }) => isEditable && !isRequired)
      const rows = rowsFrom(block.firstLine, block.lastLine).flatMap((row) => {
        const changes = row ? emptying(row, columns) : {}
        return row && Object.keys(changes).length > 0 ? [{ id: row.id, changes }] : []
      })
      if (rows.length > 0) clear.mutate({ entity, rows, onRefusal: 'skip' })
    },
  }
}

const emptying = ({ cells }: ListRow, fields: readonly ListField[]): ListChanges =>
  Object.fromEntries(
    fields.flatMap(({ id, type }): [string, ListChanges[string]][] => {
      const value = cells[id]
      if (value === null || value === undefined || type === 'boolean') return []
      if (type === 'choices') return [[id, []]]
      if (type !== 'tags') return [[id, null]]
      const remove = Array.isArray(value) ? value.flatMap((tag) => (typeof tag === 'string' ? [] : [tag.id])) : []
      return remove.length === 0 ? [] : [[id, { add: [], remove }]]
    }),
  )

/** As spreadsheets write a cell that holds a tab, a line break or a quote. */
const quoted = (text: string): string => (/[\t\n"]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

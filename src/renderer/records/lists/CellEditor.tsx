// The editor of the active cell, by the type of its field. What it saves is one change of one record.
import { useEffect, useEffectEvent } from 'react'
import { issueText } from '#renderer/i18n/error-text.ts'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import type { CellEditing } from '#renderer/ui/data-grid/grid-types.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import { readPastedCell } from '#shared/lists/pasted-cell.ts'
import { CellCalendar } from './CellCalendar.tsx'
import { cellPlain, fieldLabel } from './field-words.ts'
import { ManyCellEditor } from './ManyCellEditor.tsx'
import { PickCellEditor } from './PickCellEditor.tsx'
import { TextCellEditor } from './TextCellEditor.tsx'
import type { CellSaves } from './use-cell-saves.ts'
import { usePasteNames } from './use-paste-names.ts'

interface CellEditorProps {
  readonly saves: CellSaves
  readonly field: ListField
  readonly editing: CellEditing<ListRow>
}

const TYPED: ReadonlySet<ListField['type']> = new Set([
  'text',
  'longText',
  'phone',
  'email',
  'website',
  'number',
  'money',
  'day',
  'birthday',
])

/** Whether a cell of this field takes what is typed as soon as the keyboard is on it. */
export const isTyped = ({ type }: ListField): boolean => TYPED.has(type)

export function CellEditor({ saves, field, editing }: CellEditorProps) {
  const t = useT()
  const format = useFormat()
  const names = usePasteNames()
  const { row, isOpen } = editing
  const label = t('lists.cell.edit', { field: fieldLabel(t, field), name: row.title })
  const held = row.cells[field.id]
  const save = (value: NewValue) => saves.save(row, field, value)

  if (isTyped(field)) {
    return (
      <TextCellEditor
        label={label}
        initial={cellPlain({ t, format }, field, held)}
        editing={editing}
        isMultiline={field.type === 'longText'}
        renderPick={
          field.type === 'day'
            ? (choose) => <CellCalendar day={typeof held === 'string' ? held : null} onPick={choose} />
            : undefined
        }
        isEnd={field.type === 'number' || field.type === 'money'}
        read={(text) => {
          const outcome = readPastedCell(text, field, names)
          return 'value' in outcome ? outcome : { complaint: issueText(t, { field: field.id, ...outcome.issue }) }
        }}
        refused={saves.refusedAt(row.id, field.id)}
        onSend={(typed) => saves.send(row, field, typed)}
        onForget={() => saves.forget(row.id, field.id)}
      />
    )
  }
  if (!isOpen) return null
  if (field.type === 'boolean') return <Toggle value={row.cells[field.id] === true} save={save} editing={editing} />
  const Editor = field.type === 'tags' || field.type === 'choices' ? ManyCellEditor : PickCellEditor
  return <Editor label={label} field={field} editing={editing} save={save} />
}

interface ToggleProps {
  readonly value: boolean
  readonly save: (value: NewValue) => Promise<string | null>
  readonly editing: CellEditing<ListRow>
}

/** Yes or no needs no editor: opening it turns it over. */
function Toggle({ value, save, editing }: ToggleProps) {
  const turnOver = useEffectEvent(() => {
    editing.leave('stay')
    void save(!value)
  })
  useEffect(() => turnOver(), [])
  return null
}

// Choosing a cell's value: one of the field's choices, a user, another record. The list is open at once; choosing saves.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { CellEditing } from '#renderer/ui/data-grid/grid-types.ts'
import { ReferencePicker } from '#renderer/ui/ReferencePicker.tsx'
import type { Reference } from '#shared/base/fields.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import classes from './CellEditor.module.css'
import { choiceLabel } from './field-words.ts'
import { useReferenceQuery } from './reference-query.ts'

interface PickCellEditorProps {
  /** Answers the sentence that says why it was refused; `null`: it is saved. */
  readonly save: (value: NewValue) => Promise<string | null>
  readonly label: string
  readonly field: ListField
  readonly editing: CellEditing<ListRow>
}

export function PickCellEditor({ label, field, editing, save }: PickCellEditorProps) {
  const t = useT()
  const users = useQuery({ ...useApi().users.list({}), enabled: field.type === 'user' })
  const [complaint, setComplaint] = useState<string | null>(null)
  const query = useReferenceQuery(field.target)
  const value = editing.row.cells[field.id]
  const reference: Reference | null =
    value !== null && typeof value === 'object' && 'name' in value ? { id: value.id, name: value.name } : null

  const choose = (next: NewValue) => {
    void save(next).then((refusal) => {
      setComplaint(refusal)
      if (refusal === null) editing.leave('stay')
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') editing.leave('stay')
    else if (event.key === 'Tab') editing.leave(event.shiftKey ? 'left' : 'right')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const shared = {
    'aria-label': label,
    autoFocus: true,
    defaultDropdownOpened: true,
    clearable: !field.isRequired,
    error: complaint,
    comboboxProps: { width: 260, position: 'bottom-start' as const },
    onBlur: editing.close,
  }
  return (
    <div className={classes['pick']} data-editor onKeyDownCapture={onKeyDown}>
      {field.type === 'reference' ? (
        <ReferencePicker {...shared} query={query} value={reference} onChange={(next) => choose(next?.id ?? null)} />
      ) : (
        <Select
          {...shared}
          searchable
          nothingFoundMessage={t('base.search_nothing')}
          data={
            field.type === 'user'
              ? (users.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
              : field.choices
                  .filter(({ isArchived, value: own }) => !isArchived || own === value)
                  .map((choice) => ({ value: choice.value, label: choiceLabel(t, choice) }))
          }
          value={reference?.id ?? (typeof value === 'string' ? value : null)}
          onChange={choose}
        />
      )}
    </div>
  )
}

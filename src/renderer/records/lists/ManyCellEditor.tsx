// Choosing several values for a cell: tags, or the choices of a field. What was chosen is saved when the cell is left.
import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { CellEditing, Leaving } from '#renderer/ui/data-grid/grid-types.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import classes from './CellEditor.module.css'
import { choiceLabel } from './field-words.ts'

interface ManyCellEditorProps {
  /** Answers the sentence that says why it was refused; `null`: it is saved. */
  readonly save: (value: NewValue) => Promise<string | null>
  readonly label: string
  readonly field: ListField
  readonly editing: CellEditing<ListRow>
}

export function ManyCellEditor({ label, field, editing, save }: ManyCellEditorProps) {
  const t = useT()
  const isTags = field.type === 'tags'
  const tags = useQuery({ ...useApi().tags.list({}), enabled: isTags })
  const before = idsOf(editing.row.cells[field.id])
  const [chosen, setChosen] = useState(before)
  const [complaint, setComplaint] = useState<string | null>(null)
  const { leave, close, onGuard } = editing

  const commit = async (): Promise<boolean> => {
    const add = chosen.filter((id) => !before.includes(id))
    const remove = before.filter((id) => !chosen.includes(id))
    if (add.length === 0 && remove.length === 0) return true
    const refusal = await save(isTags ? { add, remove } : chosen)
    setComplaint(refusal)
    return refusal === null
  }
  const finish = (leaving: Leaving) => void commit().then((isTaken) => isTaken && leave(leaving))
  useEffect(() => {
    onGuard(commit)
    return () => onGuard(null)
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') leave('stay')
    else if (event.key === 'Tab') finish(event.shiftKey ? 'left' : 'right')
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes['many']} data-editor onKeyDownCapture={onKeyDown}>
      <MultiSelect
        aria-label={label}
        autoFocus
        searchable
        defaultDropdownOpened
        hidePickedOptions={false}
        nothingFoundMessage={t('base.search_nothing')}
        comboboxProps={{ width: 260, position: 'bottom-start' }}
        error={complaint}
        data={
          isTags
            ? (tags.data ?? []).map(({ id, name }) => ({ value: id, label: name }))
            : field.choices
                .filter(({ isArchived, value }) => !isArchived || before.includes(value))
                .map((choice) => ({ value: choice.value, label: choiceLabel(t, choice) }))
        }
        value={chosen}
        onChange={setChosen}
        onBlur={() => void commit().then((isTaken) => isTaken && close())}
      />
    </div>
  )
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((one: string | { readonly id: string }) => (typeof one === 'string' ? one : one.id)) : []

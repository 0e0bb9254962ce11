// A value that is neither of those that crossed, written as the field's own form would have it.
import { Checkbox, Fieldset, Text, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { FilterNamesContext } from '#renderer/records/lists/filter-names.ts'
import { NewValueInput } from '#renderer/records/lists/NewValueInput.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import type { FieldType } from '#shared/lists/field-type.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import { listEntity } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import classes from './Conflict.module.css'
import { fieldOf, issueOf, longTextOf, valueText, whoAndWhere } from './conflict-words.ts'
import { ConflictForm } from './ConflictForm.tsx'
import { useDecide } from './use-decide.ts'
import { type ConflictEditorProps, useOpenConflict } from './use-open-conflict.ts'

export function WriteAnew({ opened, onClose }: ConflictEditorProps) {
  const t = useT()
  const open = useOpenConflict(opened)
  const { conflict } = open
  const field = useListField(conflict)
  const isText = conflict.editor === 'line' || conflict.editor === 'lines'
  const [first] = useState<NewValue>(isText ? longTextOf(opened.standing) : null)
  const [value, setValue] = useState(first)
  const [isEmpty, setIsEmpty] = useState(false)
  const { decide, isPending, error, reset } = useDecide(conflict, 'caller')
  const label = t('conflicts.new_value', { field: fieldOf(t, conflict) })
  const isRequired = field?.isRequired ?? (conflict.table === 'contactPoints' && conflict.field === 'value')
  const isBlank = value === null || (typeof value === 'string' && value.trim() === '')
  const isWritten = isText || (field !== undefined && WRITTEN.has(field.type))

  return (
    <ConflictForm
      {...{ open, error, onClose }}
      size="md"
      title={t('conflicts.write_label', { field: fieldOf(t, conflict) })}
      about={<Versions conflict={conflict} />}
      words={isWritten && typeof value === 'string' ? value : null}
      isDirty={isEmpty || value !== first}
      isBusy={isPending}
      // A field that begins with what shows is emptied by deleting that.
      isBlocked={isBlank && !isEmpty && (isRequired || !isText)}
      onSave={() => {
        decide({ kind: 'write', value: isEmpty ? null : value }).then(onClose, () => undefined)
      }}
      onSeen={reset}
      onDiscard={() => {
        setValue(first)
        setIsEmpty(false)
      }}
    >
      <div>
        <Fieldset variant="unstyled" m={0} p={0} disabled={isEmpty}>
          {conflict.editor === 'field' ? (
            <FieldInput {...{ conflict, field, label }} onChange={setValue} />
          ) : (
            <PlainInput {...{ conflict, label, value }} onChange={setValue} />
          )}
        </Fieldset>
        {error && <div role="alert">{issueOf(t, error)}</div>}
      </div>
      {isRequired ? (
        <Text c="dimmed" size="sm">
          {t('conflicts.not_empty')}
        </Text>
      ) : (
        (field !== undefined || conflict.editor === 'day') && (
          <Checkbox
            label={t('conflicts.leave_empty')}
            checked={isEmpty}
            onChange={({ currentTarget }) => setIsEmpty(currentTarget.checked)}
          />
        )
      )}
    </ConflictForm>
  )
}

/** Fields whose value is what is typed. */
const WRITTEN: ReadonlySet<FieldType> = new Set(['text', 'longText', 'phone', 'email', 'website', 'birthday'] as const)

/** What is decided about, each on a line with who wrote it. */
function Versions({ conflict: { table, standing, others } }: { readonly conflict: Conflict }) {
  const t = useT()
  const format = useFormat()
  const lines = [
    { claim: standing, field: t('conflicts.text.stands', { who: whoAndWhere(t, standing) }) },
    ...others.map((claim) => ({ claim, field: whoAndWhere(t, claim) })),
  ]
  return lines.map(({ claim, field }) => (
    <Text key={claim.id} c="dimmed" size="sm" className={classes['value'] ?? ''}>
      {t('conflicts.part', { field, value: valueText(t, format, table, claim.values) })}
    </Text>
  ))
}

/** The focus goes into it once it is there, also where the window that it is in chooses who has it only later. */
function LedInto({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const input = box.current?.querySelector<HTMLElement>('input, textarea')
    input?.setAttribute('data-autofocus', 'true')
    input?.focus()
  }, [])
  return <div ref={box}>{children}</div>
}

interface PlainInputProps {
  readonly conflict: Conflict
  readonly label: string
  readonly value: NewValue
  readonly onChange: (value: NewValue) => void
}

function PlainInput({ conflict, label, value, onChange }: PlainInputProps) {
  const text = typeof value === 'string' ? value : ''
  switch (conflict.editor) {
    case 'lines':
      return (
        <Textarea data-autofocus label={label} autosize value={text} onChange={(event) => onChange(event.currentTarget.value)} />
      )
    case 'day':
      return <DayInput data-autofocus label={label} value={text === '' ? null : text} onChange={onChange} />
    default:
      return <TextInput data-autofocus label={label} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
  }
}

/** The field of a list that it is; undefined until it is known, and where it is none. */
const useListField = ({ table, field, editor }: Conflict): ListField | undefined => {
  const { lists } = useApi()
  const entity = listEntity.catch('companies').parse(table)
  const fields = useQuery({ ...lists.fields({ entity }), enabled: editor === 'field' })
  return fields.data?.find(({ id }) => id === field)
}

interface FieldInputProps extends Omit<PlainInputProps, 'value'> {
  readonly field: ListField | undefined
}

/** The input of a list's field: choices, people, amounts and other records as its cells have them. */
function FieldInput({ conflict, field, label, onChange }: FieldInputProps) {
  const people = useQuery(useApi().users.list({}))
  const currency = conflict.standing.values[0]?.currency ?? 'EUR'
  if (!field) return <Pending lines={1} />
  return (
    <FilterNamesContext value={{ users: people.data ?? [], tags: [], currency, nameOf: () => undefined }}>
      <LedInto>
        <NewValueInput field={field} label={label} onChange={onChange} />
      </LedInto>
    </FilterNamesContext>
  )
}

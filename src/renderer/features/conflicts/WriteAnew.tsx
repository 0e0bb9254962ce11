// A value that is neither of those that crossed, written as the field's own form would have it.
import { Button, Textarea, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { errorText, issueText } from '#renderer/i18n/error-text.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Translate } from '#renderer/i18n/translate.ts'
import { FilterNamesContext } from '#renderer/records/lists/filter-names.ts'
import { NewValueInput } from '#renderer/records/lists/NewValueInput.tsx'
import { DayInput } from '#renderer/ui/DayInput.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { AppError } from '#shared/base/app-error.ts'
import type { Conflict } from '#shared/conflicts/conflict.ts'
import type { NewValue } from '#shared/lists/list-change.ts'
import { listEntity } from '#shared/lists/list-entity.ts'
import classes from './Conflict.module.css'
import { fieldOf, longTextOf } from './conflict-words.ts'
import { useDecide } from './use-decide.ts'

interface WriteAnewProps {
  readonly conflict: Conflict
  readonly onClose: () => void
}

export function WriteAnew({ conflict, onClose }: WriteAnewProps) {
  const t = useT()
  useFocusBack()
  const { decide, isPending, error } = useDecide(conflict, 'caller')
  const isText = conflict.editor === 'line' || conflict.editor === 'lines'
  const [value, setValue] = useState<NewValue>(isText ? longTextOf(conflict.standing) : null)
  const label = t('conflicts.new_value', { field: fieldOf(t, conflict) })

  return (
    <form
      className={classes['anew']}
      onKeyDown={({ key, target, nativeEvent }) => {
        // Of an open list Escape closes the list.
        const isInList = target instanceof Element && target.getAttribute('aria-expanded') === 'true'
        if (key === 'Escape' && !nativeEvent.isComposing && !isInList) onClose()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        decide({ kind: 'write', value }).then(onClose, () => undefined)
      }}
    >
      <div>
        <ValueInput conflict={conflict} label={label} value={value} onChange={setValue} />
        {error && <div role="alert">{refusalText(t, error)}</div>}
      </div>
      <Button type="submit" size="xs" loading={isPending} disabled={value === null && conflict.editor !== 'lines'}>
        {t('conflicts.save')}
      </Button>
      <Button size="xs" variant="default" onClick={onClose}>
        {t('base.cancel')}
      </Button>
    </form>
  )
}

/** What is wrong with the value, or why the decision is refused. */
const refusalText = (t: Translate, error: AppError): string => {
  const [issue] = error.details.issues ?? []
  return issue ? issueText(t, issue) : errorText(t, error).text
}

interface ValueInputProps extends FieldInputProps {
  readonly value: NewValue
}

function ValueInput(props: ValueInputProps) {
  if (props.conflict.editor === 'field') return <FieldInput {...props} />
  return (
    <LedInto>
      <PlainInput {...props} />
    </LedInto>
  )
}

/** The focus goes into it once it is there. */
function LedInto({ children }: { readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.querySelector<HTMLElement>('input, textarea')?.focus(), [])
  return <div ref={box}>{children}</div>
}

function PlainInput({ conflict, label, value, onChange }: ValueInputProps) {
  const text = typeof value === 'string' ? value : ''
  switch (conflict.editor) {
    case 'lines':
      return <Textarea label={label} autosize value={text} onChange={(event) => onChange(event.currentTarget.value)} />
    case 'day':
      return <DayInput label={label} value={text === '' ? null : text} onChange={onChange} />
    default:
      return <TextInput label={label} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
  }
}

interface FieldInputProps {
  readonly conflict: Conflict
  readonly label: string
  readonly onChange: (value: NewValue) => void
}

/** The input of a list's field: choices, people, amounts and other records as its cells have them. */
function FieldInput({ conflict, label, onChange }: FieldInputProps) {
  const { lists, users } = useApi()
  const entity = listEntity.catch('companies').parse(conflict.table)
  const fields = useQuery(lists.fields({ entity }))
  const people = useQuery(users.list({}))
  const field = fields.data?.find(({ id }) => id === conflict.field)
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

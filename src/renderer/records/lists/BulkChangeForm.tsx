// One field of all selected rows: which one, and what it is set to.
import { Checkbox, Select } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { ListChanges, NewValue } from '#shared/lists/list-change.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { BulkForm } from './BulkForm.tsx'
import { fieldLabel } from './field-words.ts'
import { NewValueInput } from './NewValueInput.tsx'

interface BulkChangeFormProps {
  readonly count: number
  readonly fields: readonly ListField[]
  readonly onChange: (changes: ListChanges) => void
  readonly onClose: () => void
}

export function BulkChangeForm({ count, fields, onChange, onClose }: BulkChangeFormProps) {
  const t = useT()
  const [field, setField] = useState<ListField | null>(null)
  const [value, setValue] = useState<NewValue>(null)
  const [isEmptied, setIsEmptied] = useState(false)
  const [isMissing, setIsMissing] = useState(false)

  return (
    <BulkForm
      count={count}
      onClose={onClose}
      onSubmit={() => {
        const wanted = isEmptied ? null : value
        // An empty box is no wish to empty a thousand rows: that has to be ticked.
        if (!field || (wanted === null && !isEmptied)) return setIsMissing(true)
        onChange({ [field.id]: wanted })
        onClose()
      }}
    >
      <Select
        data-autofocus
        label={t('lists.bulk.field')}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('base.search_nothing')}
        data={fields.map((one) => ({ value: one.id, label: fieldLabel(t, one) }))}
        value={field?.id ?? null}
        error={isMissing && !field && t('validation.required')}
        onChange={(id) => {
          const next = fields.find((one) => one.id === id) ?? null
          setField(next)
          setValue(next?.type === 'boolean' ? false : null)
          setIsEmptied(false)
          setIsMissing(false)
        }}
      />
      {field && !isEmptied && (
        <div>
          <NewValueInput key={field.id} field={field} label={t('lists.bulk.value')} onChange={setValue} />
          {isMissing && <div role="alert">{t('validation.required')}</div>}
        </div>
      )}
      {field && !field.isRequired && field.type !== 'boolean' && (
        <Checkbox
          label={t('lists.bulk.empty_it')}
          checked={isEmptied}
          onChange={({ currentTarget }) => setIsEmptied(currentTarget.checked)}
        />
      )}
    </BulkForm>
  )
}

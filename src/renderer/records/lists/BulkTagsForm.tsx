// Tags that all selected rows get, and tags that they lose.
import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BulkForm } from './BulkForm.tsx'
import { useFilterNames } from './filter-names.ts'

interface BulkTagsFormProps {
  readonly count: number
  readonly onChange: (tags: { readonly add: string[]; readonly remove: string[] }) => void
  readonly onClose: () => void
}

export function BulkTagsForm({ count, onChange, onClose }: BulkTagsFormProps) {
  const t = useT()
  const { tags } = useFilterNames()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const data = tags.map(({ id, name }) => ({ value: id, label: name }))

  return (
    <BulkForm
      count={count}
      onClose={onClose}
      onSubmit={() => {
        if (add.length > 0 || remove.length > 0) onChange({ add, remove })
        onClose()
      }}
    >
      <MultiSelect
        data-autofocus
        searchable
        label={t('lists.bulk.add_tags')}
        nothingFoundMessage={t('base.search_nothing')}
        data={data.filter(({ value }) => !remove.includes(value))}
        value={add}
        onChange={setAdd}
      />
      <MultiSelect
        searchable
        label={t('lists.bulk.remove_tags')}
        nothingFoundMessage={t('base.search_nothing')}
        data={data.filter(({ value }) => !add.includes(value))}
        value={remove}
        onChange={setRemove}
      />
    </BulkForm>
  )
}

// Picks another record by typing a part of its name; the records are asked for as one types.
import { Select, type SelectProps } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import type { Reference } from '#shared/base/fields.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { QueryOf } from '#renderer/api/api.ts'

export interface ReferencePickerProps extends Omit<SelectProps, 'data' | 'value' | 'defaultValue' | 'onChange' | 'searchValue'> {
  readonly value: Reference | null
  readonly onChange: (value: Reference | null) => void
  /** `(text) => api.companies.pick({ text })`. */
  readonly query: (text: string) => QueryOf<Reference[]>
  /** Offers to make a record of the name typed, where there is none yet. */
  readonly creation?: Creation | undefined
}

export interface Creation {
  readonly label: (name: string) => string
  readonly create: (name: string) => Promise<Reference>
}

const NEW = 'new'

export function ReferencePicker({ value, onChange, query, creation, ...select }: ReferencePickerProps) {
  const t = useT()
  const [text, setText] = useState('')
  // What is in the box after choosing is the name of what was chosen, not something to look for.
  const wanted = useDeferredValue(text === value?.name ? '' : text)
  const found = useQuery({ ...query(wanted), placeholderData: keepPreviousData })
  const options = found.data ?? []
  const isOffered = value === null || options.some(({ id }) => id === value.id)
  const references = isOffered ? options : [value, ...options]
  const name = wanted.trim()
  const isNew = creation !== undefined && name !== '' && !found.isPending && !references.some((some) => some.name === name)

  return (
    <Select
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('base.clear') }}
      nothingFoundMessage={found.isPending ? t('base.loading') : t('base.search_nothing')}
      placeholder={t('base.type_to_search')}
      maxDropdownHeight={280}
      {...select}
      data={[
        ...references.map((some) => ({ value: some.id, label: some.name })),
        ...(isNew ? [{ value: NEW, label: creation.label(name) }] : []),
      ]}
      // The engine has searched already, by pinyin and much else that a comparison of letters would throw away.
      filter={({ options: all }) => all}
      value={value?.id ?? null}
      onSearchChange={setText}
      onChange={(id) => {
        // Where making it fails, the maker has said so, and nothing is chosen.
        if (id === NEW) creation?.create(name).then(onChange, () => onChange(null))
        else onChange(references.find((reference) => reference.id === id) ?? null)
      }}
    />
  )
}

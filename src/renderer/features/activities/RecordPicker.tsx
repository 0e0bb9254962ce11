// Picks what a task or an appointment is about: any company, contact, deal or ticket, found by the search over everything.
import { useQuery } from '@tanstack/react-query'
import { Select, type SelectProps } from '@mantine/core'
import { type ReactNode, useDeferredValue, useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { recordType } from '#shared/base/fields.ts'
import type { RecordRef } from './plan-values.ts'

interface RecordPickerProps extends Pick<SelectProps, 'description' | 'descriptionProps'> {
  readonly label: string
  readonly value: RecordRef | null
  readonly onChange: (record: RecordRef | null) => void
  readonly error?: ReactNode
}

export function RecordPicker({ label, value, onChange, error, ...said }: RecordPickerProps) {
  const t = useT()
  const [text, setText] = useState('')
  const wanted = useDeferredValue(text === value?.name ? '' : text.trim())
  const found = useQuery({
    ...useApi().search.find({ text: wanted, kinds: [...recordType.options], limit: 20 }),
    enabled: wanted !== '',
  })
  const hits: readonly RecordRef[] = (wanted === '' ? [] : (found.data ?? [])).flatMap(({ kind, id, title }) => {
    const type = recordType.safeParse(kind)
    return type.success ? [{ recordType: type.data, id, name: title }] : []
  })
  const details = new Map(found.data?.map(({ id, detail }) => [id, detail]))
  const shown = value === null || hits.some(({ id }) => id === value.id) ? hits : [value, ...hits]

  return (
    <Select
      label={label}
      {...said}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('base.clear') }}
      placeholder={t('base.type_to_search')}
      nothingFoundMessage={
        wanted === '' ? t('base.type_to_search') : found.isPending ? t('base.loading') : t('base.search_nothing')
      }
      data={shown.map(({ id, name }) => ({ value: id, label: name }))}
      // The engine has searched already, by pinyin and much else.
      filter={({ options }) => options}
      renderOption={({ option }) => {
        const record = shown.find(({ id }) => id === option.value)
        const facts = [record && t(`app.search.kind.${record.recordType}`), details.get(option.value)].filter(Boolean).join(' · ')
        return (
          <span>
            {option.label} <span data-quiet>{facts}</span>
          </span>
        )
      }}
      value={value?.id ?? null}
      onSearchChange={setText}
      onChange={(id) => onChange(shown.find((record) => record.id === id) ?? null)}
      error={error}
    />
  )
}

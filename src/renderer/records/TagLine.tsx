// The tags of a record in its head, and the box in which they are put on, taken off and made.
import { Button, MultiSelect, Popover } from '@mantine/core'
import { IconTag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { Tag } from '#renderer/ui/Tag.tsx'
import type { RecordType } from '#shared/base/fields.ts'
import type { Tag as TagValue } from '#shared/tags/tag.ts'

interface TagLineProps {
  readonly recordType: RecordType
  readonly record: { readonly id: string; readonly name: string }
  readonly tags: readonly TagValue[]
  readonly isReadOnly?: boolean
}

export function TagLine({ recordType, record, tags, isReadOnly = false }: TagLineProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  useShortcuts([{ keys: 't', label: t('record.tags.edit'), group: 'page', run: () => !isReadOnly && setIsOpen(true) }])
  const shown = tags.map(({ id, name, colour }) => <Tag key={id} name={name} colour={colour} />)

  if (isReadOnly) return <>{shown}</>
  return (
    <>
      {shown}
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" trapFocus returnFocus withRoles={false}>
        <Popover.Target>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            fw={400}
            leftSection={<IconTag size={14} stroke={1.5} aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          >
            {t(tags.length === 0 ? 'record.tags.add' : 'record.tags.change')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown w={300}>{isOpen && <TagPicker recordType={recordType} record={record} tags={tags} />}</Popover.Dropdown>
      </Popover>
    </>
  )
}

/** Ahead of what was typed, in the value of the line that makes a tag of it. */
const NEW = 'new:'

function TagPicker({ recordType, record, tags }: Omit<TagLineProps, 'isReadOnly'>) {
  const t = useT()
  const api = useApi()
  const [text, setText] = useState('')
  const all = useQuery(api.tags.list({}))
  const set = useAction(api.tags.set(), { said: () => t('record.tags.changed', { name: record.name }) })
  const create = useAction(api.tags.create())
  const known = all.data ?? []
  const name = text.trim()
  const isNew = name !== '' && all.isSuccess && !known.some((tag) => tag.name.toLocaleLowerCase() === name.toLocaleLowerCase())

  const choose = async (values: readonly string[]) => {
    const made = values.find((value) => value.startsWith(NEW))
    const kept = values.filter((value) => !value.startsWith(NEW))
    const tagIds = made === undefined ? kept : [...kept, (await create.mutateAsync({ name: made.slice(NEW.length) })).id]
    set.mutate({ recordType, recordId: record.id, tagIds })
    setText('')
  }
  return (
    <MultiSelect
      data-autofocus
      searchable
      hidePickedOptions
      label={t('record.tags')}
      placeholder={t('record.tags.type')}
      nothingFoundMessage={t('base.search_nothing')}
      comboboxProps={{ withinPortal: false }}
      data={[
        ...[...new Map([...known, ...tags].map((tag) => [tag.id, tag])).values()].map((tag) => ({
          value: tag.id,
          label: tag.name,
        })),
        ...(isNew ? [{ value: `${NEW}${name}`, label: t('record.tags.create', { name }) }] : []),
      ]}
      value={tags.map(({ id }) => id)}
      searchValue={text}
      onSearchChange={setText}
      onChange={(values) => {
        // Where it fails, the quiet line has said so.
        choose(values).catch(() => setText(name))
      }}
    />
  )
}

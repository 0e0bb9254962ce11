// The sources in their order, the strongest first: of all fields, or of one that has an order of its own. Moving one in a field that has none
// gives it one.
import { Button, Group, Select, Stack, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { ErrorNote } from '#renderer/ui/ErrorNote.tsx'
import { NewNameForm } from '#renderer/ui/NewNameForm.tsx'
import { Pending } from '#renderer/ui/Pending.tsx'
import { SortableArea } from '#renderer/ui/sortable/SortableArea.tsx'
import { SortableItem } from '#renderer/ui/sortable/SortableItem.tsx'
import { SortableList } from '#renderer/ui/sortable/SortableList.tsx'
import { usePutInOrder } from '#renderer/ui/sortable/use-put-in-order.ts'
import { fieldsWithOrder, orderedFor, rankOf } from '#shared/imports/source-order.ts'
import type { ImportSource } from '#shared/imports/sources.ts'
import { SourceLine } from './SourceLine.tsx'
import { useRankedFields } from './use-ranked-fields.ts'
import { useSourceName } from './use-source-name.ts'

/** The general order, among the fields of the chooser. */
const ALL = 'all'
const NO_SOURCES: readonly ImportSource[] = []

export function SourceOrder() {
  const t = useT()
  const { imports } = useApi()
  const sources = useQuery(imports.sources({}))
  const all = sources.data ?? NO_SOURCES
  const own = fieldsWithOrder(all)
  const fields = useRankedFields(own)
  const [field, setField] = useState<string | null>(null)
  const fieldName = field === null ? '' : fields.label(field)
  const nameOf = useSourceName()
  const move = useAction(imports.moveSource(), {
    said: () => (field === null ? t('imports.sources.said.moved') : t('imports.sources.said.moved_in', { field: fieldName })),
  })
  const forget = useAction(imports.forgetOrder(), { said: () => t('imports.sources.said.forgot', { field: fieldName }) })
  const create = useAction(imports.saveSource(), {
    errors: 'caller',
    said: ({ name }) => t('imports.source.made', { name }),
  })
  const ordered = orderedFor(all, field)
  const { shown, put } = usePutInOrder(ordered, (id, beforeId) => move.mutateAsync({ id, beforeId, field }))

  return (
    <Stack gap="md" maw={640}>
      <Select
        label={t('imports.sources.field')}
        description={
          own.length === 0 || field !== null ? undefined : t('imports.sources.own_orders', { names: own.map(fields.label) })
        }
        allowDeselect={false}
        searchable
        nothingFoundMessage={t('base.search_nothing')}
        data={[{ value: ALL, label: t('imports.sources.all_fields') }, ...fields.choices]}
        value={field ?? ALL}
        onChange={(value) => setField(value === ALL ? null : value)}
      />
      {field !== null && (
        <Group gap="sm" justify="space-between" wrap="nowrap" align="center">
          <Text c="dimmed">
            {t(own.includes(field) ? 'imports.sources.has_own' : 'imports.sources.follows', { field: fieldName })}
          </Text>
          {own.includes(field) && (
            <Button flex="none" size="xs" variant="default" loading={forget.isPending} onClick={() => forget.mutate({ field })}>
              {t('imports.sources.forget')}
            </Button>
          )}
        </Group>
      )}
      {sources.isPending && <Pending lines={3} />}
      {sources.isError && <ErrorNote error={sources.error} onRetry={() => void sources.refetch()} />}
      {sources.data && (
        <SortableArea
          lists={[{ id: 'sources', items: shown.map(({ id }) => id) }]}
          onMove={(id, _list, beforeId) => put(id, beforeId)}
        >
          <SortableList id="sources" label={t('imports.sources.list')}>
            {shown.map((source, index) => (
              <SortableItem
                key={source.id}
                id={source.id}
                listId="sources"
                nextId={shown[index + 1]?.id ?? null}
                label={nameOf(source)}
              >
                <SourceLine source={source} isFixed={field !== null} isTied={isTied(shown[index - 1], source, field)} />
              </SortableItem>
            ))}
          </SortableList>
        </SortableArea>
      )}
      {field === null && (
        <NewNameForm
          label={t('imports.sources.new')}
          addLabel={t('imports.sources.add')}
          create={create}
          toInput={(name) => ({ source: { id: null, name } })}
        />
      )}
    </Stack>
  )
}

const isTied = (above: ImportSource | undefined, source: ImportSource, field: string | null): boolean =>
  above !== undefined && rankOf(above, field) === rankOf(source, field)

// What can be done with the selected rows, floating over the foot of the list.
import { ActionIcon, Button, Menu, Progress } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconDownload, IconPencil, IconTag, IconUser, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import { FloatingBar, FloatingCount, FloatingLine } from '#renderer/ui/FloatingBar.tsx'
import type { RowState } from '#shared/base/fields.ts'
import type { ListEntity } from '#shared/lists/list-entity.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import { type BulkDialog, BulkDialogs } from './BulkDialogs.tsx'
import { choiceLabel } from './field-words.ts'
import { useFilterNames } from './filter-names.ts'
import { MergeButton } from './MergeButton.tsx'
import { useBulk } from './use-bulk.ts'
import type { SelectedRows } from './use-selection.ts'

interface BulkBarProps {
  readonly entity: ListEntity
  readonly state: RowState
  readonly fields: readonly ListField[]
  readonly selected: SelectedRows
  readonly rowCount: number
  readonly onExport: () => void
}

export function BulkBar({ entity, state, fields, selected, rowCount, onExport }: BulkBarProps) {
  const t = useT()
  const bulk = useBulk(entity, selected)
  const { users } = useFilterNames()
  const [form, setForm] = useState<BulkDialog | null>(null)
  const { count } = selected
  const editable = fields.filter(({ isEditable }) => isEditable)
  const owner = editable.find(({ type }) => type === 'user')
  const lifecycle = editable.find(({ id }) => id === 'lifecycleStageId')

  return (
    <>
      <BulkDialogs open={form} count={count} fields={fields} bulk={bulk} onClose={() => setForm(null)} />
      {(count > 0 || bulk.isRunning) && (
        <FloatingBar label={t('lists.bulk.label')}>
          {bulk.isRunning ? (
            <>
              <FloatingCount isLive>
                {t('lists.bulk.running')}
                {bulk.progress?.total
                  ? ` · ${t('lists.bulk.progress', { done: bulk.progress.done, total: bulk.progress.total })}`
                  : ''}
              </FloatingCount>
              <Progress
                w={160}
                size="sm"
                aria-label={t('lists.bulk.running')}
                value={bulk.progress?.total ? (100 * bulk.progress.done) / bulk.progress.total : 0}
              />
              <Button size="compact-sm" variant="default" onClick={bulk.cancel}>
                {t('base.cancel')}
              </Button>
            </>
          ) : (
            <>
              <FloatingCount>{t('lists.bulk.selected', { count })}</FloatingCount>
              {count < rowCount && (
                <BarButton isActive onClick={selected.selectAll}>
                  {t('lists.bulk.select_all', { count: rowCount })}
                </BarButton>
              )}
              <FloatingLine />
              {owner && (
                <Menu position="top-start">
                  <Menu.Target>
                    <BarButton icon={<IconUser size={16} stroke={1.5} aria-hidden />}>
                      {t(entity === 'tickets' ? 'lists.bulk.assignee' : 'lists.bulk.owner')}
                    </BarButton>
                  </Menu.Target>
                  <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
                    {users.map(({ id, name }) => (
                      <Menu.Item key={id} onClick={() => bulk.change({ [owner.id]: id })}>
                        {name}
                      </Menu.Item>
                    ))}
                    {!owner.isRequired && (
                      <Menu.Item onClick={() => bulk.change({ [owner.id]: null })}>{t('base.none')}</Menu.Item>
                    )}
                  </Menu.Dropdown>
                </Menu>
              )}
              {editable.some(({ type }) => type === 'tags') && (
                <BarButton icon={<IconTag size={16} stroke={1.5} aria-hidden />} onClick={() => setForm('tags')}>
                  {t('lists.bulk.tags')}
                </BarButton>
              )}
              {lifecycle && (
                <Menu position="top-start">
                  <Menu.Target>
                    <BarButton>{t('lists.bulk.lifecycle')}</BarButton>
                  </Menu.Target>
                  <Menu.Dropdown>
                    {lifecycle.choices
                      .filter(({ isArchived }) => !isArchived)
                      .map((choice) => (
                        <Menu.Item key={choice.value} onClick={() => bulk.change({ [lifecycle.id]: choice.value })}>
                          {choiceLabel(t, choice)}
                        </Menu.Item>
                      ))}
                    <Menu.Item onClick={() => bulk.change({ [lifecycle.id]: null })}>{t('base.none')}</Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
              <BarButton icon={<IconPencil size={16} stroke={1.5} aria-hidden />} onClick={() => setForm('change')}>
                {t('lists.bulk.change')}
              </BarButton>
              {state === 'active' && <MergeButton entity={entity} selected={selected} />}
              <BarButton icon={<IconDownload size={16} stroke={1.5} aria-hidden />} onClick={onExport}>
                {t('exports.list_menu')}
              </BarButton>
              {state === 'active' ? (
                <BarButton icon={<IconArchive size={16} stroke={1.5} aria-hidden />} onClick={() => setForm('archive')}>
                  {t('lists.bulk.archive')}
                </BarButton>
              ) : (
                <BarButton icon={<IconArchiveOff size={16} stroke={1.5} aria-hidden />} onClick={bulk.restore}>
                  {t('lists.bulk.restore')}
                </BarButton>
              )}
              <ActionIcon size={26} aria-label={t('lists.bulk.clear')} title={t('lists.bulk.clear')} onClick={selected.clear}>
                <IconX size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            </>
          )}
        </FloatingBar>
      )}
    </>
  )
}

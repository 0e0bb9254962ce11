// The second bar of a list: search, the filter as chips, grouping, columns, and what else is shown.
import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconDots, IconLayoutList, IconLayoutSidebarRight } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { ListField } from '#shared/lists/list-field.ts'
import { BarChip, ImportChip } from './BarChip.tsx'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import { fieldLabel } from './field-words.ts'
import classes from './FilterBar.module.css'
import { FilterChips } from './FilterChips.tsx'
import type { ShownColumn } from './list-columns.ts'
import type { ListViewState } from './use-list-view.ts'
import type { ListVocabulary } from './use-list-vocabulary.ts'

interface ListBarProps {
  readonly list: ListViewState
  readonly fields: readonly ListField[]
  readonly vocabulary: ListVocabulary
  readonly shown: readonly ShownColumn[]
  readonly searchLabel: string
  readonly panel: { readonly isOpen: boolean; readonly toggle: () => void } | null
  readonly onFoldAll: (isOpen: boolean) => void
  readonly onExport: () => void
}

export function ListBar({ list, fields, vocabulary, shown, searchLabel, panel, onFoldAll, onExport }: ListBarProps) {
  const t = useT()
  const { config, state, change } = list
  const groupField = fields.find(({ id }) => id === config.group)
  const isArchived = state === 'archived'

  return (
    <div className={classes['bar']}>
      <div className={classes['start']}>
        <SearchField label={searchLabel} value={list.text} onChange={list.setText} />
        {isArchived && <BarChip words={t('lists.bar.archived_chip')} onRemove={() => list.setState('active')} />}
        {list.importId !== null && <ImportChip importId={list.importId} onRemove={list.leaveImport} />}
        <FilterChips
          fields={fields}
          filter={config.filter}
          broken={vocabulary.broken}
          speech={vocabulary.speech}
          onChange={(filter) => change({ filter })}
          onClear={list.clear}
          isClearable={list.isNarrowed}
        />
      </div>
      <div className={classes['end']}>
        <FieldPicker
          label={groupField ? t('lists.bar.grouped', { field: fieldLabel(t, groupField) }) : t('lists.bar.group')}
          icon={<IconLayoutList size={16} stroke={1.5} aria-hidden />}
          fields={fields.filter(({ isGroupable }) => isGroupable)}
          onPick={(field) => change({ group: field.id })}
          more={groupField ? { label: t('lists.bar.no_group'), onPick: () => change({ group: null }) } : undefined}
          isActive={groupField !== undefined}
        />
        <ColumnsPanel list={list} fields={fields} shown={shown} />
        {panel && (
          <ActionIcon
            size={28}
            variant={panel.isOpen ? 'light' : 'subtle'}
            aria-label={t('lists.bar.panel')}
            title={t('lists.bar.panel')}
            aria-pressed={panel.isOpen}
            onClick={panel.toggle}
          >
            <IconLayoutSidebarRight size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        )}
        <Menu>
          <Menu.Target>
            <ActionIcon size={28} aria-label={t('lists.bar.display')} title={t('lists.bar.display')}>
              <IconDots size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={onExport}>{t('exports.list_menu')}</Menu.Item>
            <Menu.Divider />
            <Menu.Item onClick={() => list.setState(isArchived ? 'active' : 'archived')}>
              {t(isArchived ? 'lists.bar.in_use' : 'lists.bar.archived')}
            </Menu.Item>
            <Menu.Item
              role="menuitemcheckbox"
              aria-checked={config.density === 'compact'}
              rightSection={config.density === 'compact' && <IconCheck size={16} stroke={1.5} aria-hidden />}
              onClick={() => change({ density: config.density === 'compact' ? null : 'compact' })}
            >
              {t('lists.bar.compact')}
            </Menu.Item>
            {groupField && (
              <>
                <Menu.Item onClick={() => onFoldAll(false)}>{t('lists.bar.fold')}</Menu.Item>
                <Menu.Item onClick={() => onFoldAll(true)}>{t('lists.bar.unfold')}</Menu.Item>
              </>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {vocabulary.broken.some(({ reason }) => reason !== 'incomplete') && (
        <div className={classes['note']} role="status">
          {t('lists.filter.broken_note', { count: vocabulary.broken.filter(({ reason }) => reason !== 'incomplete').length })}
        </div>
      )}
    </div>
  )
}

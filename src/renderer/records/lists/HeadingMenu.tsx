// What can be done with one column, from its heading.
import { Menu } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconArrowUp,
  IconEyeOff,
  IconFilter,
  IconLayoutList,
  IconPin,
  IconPinnedOff,
  type TablerIcon,
} from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { newCondition } from './ConditionEditor.tsx'
import { withCondition } from './filter-edits.ts'
import { type ShownColumn, withStep, without, withWidth } from './list-columns.ts'
import type { ListViewState } from './use-list-view.ts'

interface HeadingMenuProps {
  readonly list: ListViewState
  readonly shown: readonly ShownColumn[]
  readonly position: number
}

const STEP = 40

export function HeadingMenu({ list, shown, position }: HeadingMenuProps) {
  const t = useT()
  const column = shown[position]
  if (!column) return null
  const { field, width } = column
  const { config, change } = list
  const item = (Icon: TablerIcon, label: string, onClick: () => void) => (
    <Menu.Item leftSection={<Icon size={16} stroke={1.5} aria-hidden />} onClick={onClick}>
      {label}
    </Menu.Item>
  )
  return (
    <>
      {field.isSortable && (
        <>
          {item(IconArrowUp, t('lists.column.sort_asc'), () => change({ sort: { field: field.id, direction: 'asc' } }))}
          {item(IconArrowDown, t('lists.column.sort_desc'), () => change({ sort: { field: field.id, direction: 'desc' } }))}
        </>
      )}
      {field.isFilterable &&
        item(IconFilter, t('lists.column.filter'), () => change({ filter: withCondition(config.filter, newCondition(field)) }))}
      {field.isGroupable && item(IconLayoutList, t('lists.column.group'), () => change({ group: field.id }))}
      <Menu.Divider />
      {position > 1 && item(IconArrowLeft, t('lists.column.left'), () => change({ columns: withStep(shown, field.id, -1) }))}
      {position > 0 &&
        position < shown.length - 1 &&
        item(IconArrowRight, t('lists.column.right'), () => change({ columns: withStep(shown, field.id, 1) }))}
      {item(IconArrowsMaximize, t('lists.column.wider'), () => change({ columns: withWidth(shown, field.id, width + STEP) }))}
      {item(IconArrowsMinimize, t('lists.column.narrower'), () =>
        change({ columns: withWidth(shown, field.id, Math.max(60, width - STEP)) }),
      )}
      {config.frozen === position + 1
        ? null
        : item(IconPin, t('lists.column.freeze'), () => change({ frozen: Math.min(10, position + 1) }))}
      {config.frozen > 1 && item(IconPinnedOff, t('lists.column.unfreeze'), () => change({ frozen: 1 }))}
      {position > 0 && item(IconEyeOff, t('lists.column.hide'), () => change({ columns: without(shown, field.id) }))}
    </>
  )
}

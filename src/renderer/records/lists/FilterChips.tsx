// The filter of a list in its bar: a chip for each condition, a button for one more, and the panel of all of them in groups.
import { IconFilter, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import { type Condition, type FilterGroup, isComplete, isGroup } from '#shared/lists/filter.ts'
import { conditionWords, filterWords, type Speech } from '#shared/lists/filter-words.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { BrokenCondition } from '#shared/lists/list-question.ts'
import { newCondition } from './ConditionEditor.tsx'
import { FieldPicker } from './FieldPicker.tsx'
import { FilterChip } from './FilterChip.tsx'
import { isPlain, pruned, replaceAt, withCondition } from './filter-edits.ts'
import { FilterGroupEditor } from './FilterGroupEditor.tsx'
import panel from './FilterPanel.module.css'
import { FilterPopover } from './FilterPopover.tsx'

interface FilterChipsProps {
  readonly fields: readonly ListField[]
  readonly filter: FilterGroup
  readonly broken: readonly BrokenCondition[]
  readonly speech: Speech
  readonly onChange: (filter: FilterGroup) => void
  readonly onClear: () => void
  readonly isClearable: boolean
}

const PANEL = -1

export function FilterChips({ fields, filter, broken, speech, onChange, onClear, isClearable }: FilterChipsProps) {
  const t = useT()
  /** The chip that is open, by its place. */
  const [open, setOpen] = useState<number | null>(null)
  const isWhole = (condition: Condition): boolean => {
    const field = fields.find(({ id }) => id === condition.field)
    return !field || isComplete(condition, field.type)
  }
  const close = () => {
    setOpen(null)
    const next = pruned(filter, isWhole)
    if (JSON.stringify(next) !== JSON.stringify(filter)) onChange(next)
  }
  const add = (field: ListField) => {
    const next = withCondition(pruned(filter, isWhole), newCondition(field))
    onChange(next)
    setOpen(next.items.length - 1)
  }
  const chips = isPlain(filter) ? filter.items.map((item, index) => ({ item, path: [index] })) : [{ item: filter, path: [] }]

  return (
    <>
      {filter.items.length > 0 &&
        chips.map(({ item, path }, index) => (
          <FilterChip
            // A condition has no name of its own: its place is all that tells it from the next.
            key={path.join('.')}
            words={isGroup(item) ? filterWords(item, speech) : conditionWords(item, speech)}
            condition={isGroup(item) ? null : item}
            fields={fields}
            broken={broken.find((one) => one.path.join('.').startsWith(path.join('.')))?.reason ?? null}
            isOpen={open === index}
            onOpen={() => setOpen(isGroup(item) ? PANEL : index)}
            onClose={close}
            onChange={(next) => onChange(replaceAt(filter, path, next))}
            onRemove={() => onChange(path.length === 0 ? { join: 'and', not: false, items: [] } : replaceAt(filter, path, null))}
          />
        ))}
      <FilterPopover
        isOpen={open === PANEL}
        onClose={close}
        size="panel"
        target={
          <FieldPicker
            label={t('lists.bar.filter')}
            icon={<IconFilter size={16} stroke={1.5} aria-hidden />}
            fields={fields.filter(({ isFilterable }) => isFilterable)}
            onPick={add}
            more={{ label: t('lists.bar.advanced'), onPick: () => setOpen(PANEL) }}
            shortcut={{ keys: 'f', label: t('lists.keys.filter') }}
          />
        }
      >
        <FilterGroupEditor fields={fields} filter={filter} path={[]} broken={broken} onChange={onChange} />
        <div className={panel['sentence']}>
          {filter.items.length === 0 ? t('lists.filter.none') : filterWords(pruned(filter, isWhole), speech)}
        </div>
      </FilterPopover>
      {isClearable && (
        <BarButton icon={<IconX size={14} stroke={1.5} aria-hidden />} onClick={onClear}>
          {t('lists.bar.clear')}
        </BarButton>
      )}
    </>
  )
}

// One condition of the bar, in words. A click opens it, its cross takes it out.
import { IconAlertTriangle } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Condition } from '#shared/lists/filter.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { BrokenCondition } from '#shared/lists/list-question.ts'
import { ChipRemove } from './ChipRemove.tsx'
import { ConditionEditor } from './ConditionEditor.tsx'
import classes from './FilterBar.module.css'
import panel from './FilterPanel.module.css'
import { FilterPopover } from './FilterPopover.tsx'

interface FilterChipProps {
  readonly words: string
  /** `null` where it is a group, which opens the panel of all conditions. */
  readonly condition: Condition | null
  readonly fields: readonly ListField[]
  readonly broken: BrokenCondition['reason'] | null
  readonly isOpen: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onChange: (condition: Condition) => void
  readonly onRemove: () => void
}

export function FilterChip(props: FilterChipProps) {
  const { words, condition, fields, broken, isOpen, onOpen, onClose, onChange, onRemove } = props
  const t = useT()
  const isWrong = broken !== null && broken !== 'incomplete'

  return (
    <FilterPopover
      isOpen={isOpen && condition !== null}
      onClose={onClose}
      size="chipPanel"
      targetProps={{ className: classes['chip'], 'data-broken': isWrong || undefined }}
      target={
        <>
          <button
            type="button"
            className={classes['chipWords']}
            aria-label={t('lists.filter.edit_chip', { words })}
            title={words}
            onClick={onOpen}
          >
            {isWrong && <IconAlertTriangle size={14} stroke={1.5} aria-hidden />}
            <span>{words}</span>
          </button>
          <ChipRemove words={words} onRemove={onRemove} />
        </>
      }
    >
      {condition && fields.some(({ id }) => id === condition.field) && (
        <ConditionEditor hasField={false} fields={fields} condition={condition} onChange={onChange} />
      )}
      {isWrong && <div className={panel['broken']}>{t(`lists.filter.broken.${broken}`)}</div>}
    </FilterPopover>
  )
}

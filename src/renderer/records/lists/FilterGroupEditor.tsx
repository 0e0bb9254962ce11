// A group of conditions: how they are joined, the conditions, and groups within it, as deep as the engine allows.
import { ActionIcon, Checkbox, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import { type FilterGroup, isGroup, MAX_DEPTH } from '#shared/lists/filter.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { BrokenCondition } from '#shared/lists/list-question.ts'
import { ConditionEditor, newCondition } from './ConditionEditor.tsx'
import { addTo, itemAt, type Path, replaceAt } from './filter-edits.ts'
import classes from './FilterPanel.module.css'

interface FilterGroupEditorProps {
  readonly fields: readonly ListField[]
  readonly filter: FilterGroup
  /** Of this group in the filter. */
  readonly path: Path
  readonly broken: readonly BrokenCondition[]
  readonly onChange: (filter: FilterGroup) => void
}

export function FilterGroupEditor({ fields, filter, path, broken, onChange }: FilterGroupEditorProps) {
  const t = useT()
  const group = path.length === 0 ? filter : itemAt(filter, path)
  const first = fields.find(({ isFilterable }) => isFilterable)
  if (!group || !isGroup(group) || !first) return null
  const joinLabel = `${t('lists.filter.join')} ${path.map((index) => index + 1).join('.')}`.trim()

  return (
    <fieldset className={classes['group']} aria-label={joinLabel} data-nested={path.length > 0 || undefined}>
      <div className={classes['groupHead']}>
        {path.length === 0 && <span>{t('lists.filter.where')}</span>}
        <Select
          aria-label={joinLabel}
          w={190}
          allowDeselect={false}
          data={[
            { value: 'and', label: t('lists.filter.all') },
            { value: 'or', label: t('lists.filter.any') },
          ]}
          value={group.join}
          onChange={(join) => onChange(replaceAt(filter, path, { ...group, join: join === 'or' ? 'or' : 'and' }))}
        />
        <Checkbox
          label={t('lists.filter.not')}
          title={t('lists.filter.not_label')}
          checked={group.not}
          onChange={({ currentTarget }) => onChange(replaceAt(filter, path, { ...group, not: currentTarget.checked }))}
        />
        {path.length > 0 && (
          <ActionIcon
            ml="auto"
            aria-label={t('lists.filter.remove_group')}
            onClick={() => onChange(replaceAt(filter, path, null))}
          >
            <IconX size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {group.items.map((item, index) => {
        const own = [...path, index]
        const reason = broken.find((one) => one.path.join('.') === own.join('.'))?.reason
        return isGroup(item) ? (
          <FilterGroupEditor key={own.join('.')} fields={fields} filter={filter} path={own} broken={broken} onChange={onChange} />
        ) : (
          <div key={own.join('.')} className={classes['line']}>
            <ConditionEditor
              hasField
              fields={fields}
              condition={item}
              onChange={(next) => onChange(replaceAt(filter, own, next))}
            />
            <ActionIcon aria-label={t('lists.filter.remove')} onClick={() => onChange(replaceAt(filter, own, null))}>
              <IconX size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
            {reason && <div className={classes['broken']}>{t(`lists.filter.broken.${reason}`)}</div>}
          </div>
        )
      })}
      <div className={classes['add']}>
        <BarButton
          icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
          onClick={() => onChange(addTo(filter, path, newCondition(first)))}
        >
          {t('lists.filter.add_condition')}
        </BarButton>
        {path.length < MAX_DEPTH - 1 && (
          <BarButton
            icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
            onClick={() => onChange(addTo(filter, path, { join: 'or', not: false, items: [newCondition(first)] }))}
          >
            {t('lists.filter.add_group')}
          </BarButton>
        )}
      </div>
    </fieldset>
  )
}

// Which columns a list shows, and in what order.
import { ActionIcon, Checkbox, Popover, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumns3 } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import type { ListField } from '#shared/lists/list-field.ts'
import classes from './ColumnsPanel.module.css'
import { fieldLabel } from './field-words.ts'
import { type ShownColumn, withShown, withStep, without } from './list-columns.ts'
import type { ListViewState } from './use-list-view.ts'

interface ColumnsPanelProps {
  readonly list: ListViewState
  readonly fields: readonly ListField[]
  readonly shown: readonly ShownColumn[]
}

export function ColumnsPanel({ list, fields, shown }: ColumnsPanelProps) {
  const t = useT()
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const fits = (field: ListField) => fieldLabel(t, field).toLocaleLowerCase().includes(wanted)
  const hidden = fields.filter(({ id }) => !shown.some(({ field }) => field.id === id))

  return (
    <Popover position="bottom-end" trapFocus returnFocus onClose={() => setText('')}>
      <Popover.Target>
        <BarButton icon={<IconColumns3 size={16} stroke={1.5} aria-hidden />}>{t('lists.bar.columns')}</BarButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('lists.bar.columns')} p="sm">
        <div className={classes['panel']}>
          <TextInput
            aria-label={t('lists.column.find')}
            placeholder={t('lists.column.find')}
            value={text}
            onChange={({ currentTarget }) => setText(currentTarget.value)}
          />
          <div className={classes['lists']}>
            <fieldset className={classes['list']}>
              <legend>{t('lists.column.shown')}</legend>
              {shown.map(({ field }, index) => {
                const label = fieldLabel(t, field)
                if (!fits(field)) return null
                return (
                  <div key={field.id} className={classes['line']}>
                    <Checkbox
                      label={label}
                      checked
                      disabled={index === 0}
                      onChange={() => list.change({ columns: without(shown, field.id) })}
                    />
                    {index > 0 && wanted === '' && (
                      <span className={classes['steps']}>
                        <ActionIcon
                          size={22}
                          aria-label={`${t('lists.column.left')}: ${label}`}
                          disabled={index === 1}
                          onClick={() => list.change({ columns: withStep(shown, field.id, -1) })}
                        >
                          <IconArrowUp size={14} stroke={1.5} aria-hidden />
                        </ActionIcon>
                        <ActionIcon
                          size={22}
                          aria-label={`${t('lists.column.right')}: ${label}`}
                          disabled={index === shown.length - 1}
                          onClick={() => list.change({ columns: withStep(shown, field.id, 1) })}
                        >
                          <IconArrowDown size={14} stroke={1.5} aria-hidden />
                        </ActionIcon>
                      </span>
                    )}
                  </div>
                )
              })}
            </fieldset>
            <fieldset className={classes['list']}>
              <legend>{t('lists.column.hidden')}</legend>
              {hidden.filter(fits).map((field) => (
                <div key={field.id} className={classes['line']}>
                  <Checkbox
                    label={fieldLabel(t, field)}
                    checked={false}
                    onChange={() => list.change({ columns: withShown(shown, field.id) })}
                  />
                </div>
              ))}
            </fieldset>
          </div>
          {list.config.columns.length > 0 && (
            <BarButton onClick={() => list.change({ columns: [], frozen: 1 })}>{t('lists.column.default')}</BarButton>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

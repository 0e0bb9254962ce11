// The menu of a row, where it was asked for. On a row that is one of several selected it is about all of them.
import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { Fragment } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import type { Point } from '#renderer/ui/data-grid/use-grid-menu.ts'
import { keyText } from '#renderer/ui/key-text.ts'
import type { ListField } from '#shared/lists/list-field.ts'
import type { ListRow } from '#shared/lists/list-question.ts'
import { choiceLabel, fieldLabel } from './field-words.ts'
import { useFilterNames } from './filter-names.ts'
import { CHOSEN_IN_MENU, rowActions, type RowDeed } from './row-actions.ts'
import classes from './RowMenu.module.css'

interface RowMenuProps {
  readonly at: Point
  readonly deed: RowDeed
  readonly onChoose: (field: ListField, value: string | null) => void
  readonly onClose: () => void
}

export function RowMenu({ at, deed, onChoose, onClose }: RowMenuProps) {
  const t = useT()
  const { row, count, state, fields } = deed
  const chosen = state === 'active' ? fields.filter(({ id, isEditable }) => isEditable && CHOSEN_IN_MENU.includes(id)) : []
  const offered = rowActions.flatMap((action) => {
    const offer = action.offer(deed)
    return offer === null ? [] : [{ ...action, offer }]
  })
  const item = ({ id, Icon, label, keys, isFirst, offer }: (typeof offered)[number], place: number) => (
    <Fragment key={id}>
      {isFirst && place > 0 && <Menu.Divider />}
      <Menu.Item
        leftSection={<Icon size={16} stroke={1.5} aria-hidden />}
        rightSection={
          keys && (
            <span aria-hidden className={classes['keys']}>
              {keyText(keys, t('base.keys.then'))}
            </span>
          )
        }
        {...(typeof offer === 'string' ? { component: 'a', href: offer } : { onClick: offer })}
      >
        {label(t, deed)}
      </Menu.Item>
    </Fragment>
  )
  return (
    <Menu opened onChange={(isOpen) => !isOpen && onClose()} position="bottom-start" width={240} offset={0}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className={classes['anchor']}
          style={{ left: at.x, top: at.y }}
          aria-label={count === 1 ? t('lists.menu.of_one', { name: row.title }) : t('lists.menu.of_many', { count })}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {count > 1 && <Menu.Label>{t('lists.bulk.selected', { count })}</Menu.Label>}
        {offered.filter(({ isBelow }) => !isBelow).map(item)}
        {chosen.length > 0 && <Menu.Divider />}
        {chosen.map((field) => (
          <FieldChoices key={field.id} field={field} row={row} onChoose={(value) => onChoose(field, value)} />
        ))}
        {offered.filter(({ isBelow }) => isBelow).map(item)}
      </Menu.Dropdown>
    </Menu>
  )
}

interface FieldChoicesProps {
  readonly field: ListField
  readonly row: ListRow
  readonly onChoose: (value: string | null) => void
}

/** A field with its choices beside it. */
function FieldChoices({ field, row, onChoose }: FieldChoicesProps) {
  const t = useT()
  const { users } = useFilterNames()
  const held = row.cells[field.id]
  const own = field.choices.find(({ value }) => value === held)
  const choices =
    field.type === 'user'
      ? users.map(({ id, name }) => ({ value: id, label: name }))
      : field.choices
          // A deal stays in its pipeline.
          .filter(({ isArchived, group }) => !isArchived && (own === undefined || own.group === group))
          .map((choice) => ({ value: choice.value, label: choiceLabel(t, choice) }))
  const isHeld = (value: string) =>
    held === value || (typeof held === 'object' && held !== null && 'id' in held && held.id === value)
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{fieldLabel(t, field)}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {choices.map(({ value, label }) => (
          <Menu.Item
            key={value}
            leftSection={isHeld(value) ? <IconCheck size={16} stroke={1.5} aria-hidden /> : <span className={classes['blank']} />}
            onClick={() => onChoose(value)}
          >
            {label}
          </Menu.Item>
        ))}
        {!field.isRequired && <Menu.Item onClick={() => onChoose(null)}>{t('base.none')}</Menu.Item>}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  )
}

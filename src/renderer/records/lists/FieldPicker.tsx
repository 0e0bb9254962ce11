// A button that offers the fields of a list, found by typing.
import { Combobox, useCombobox } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { BarButton } from '#renderer/ui/BarButton.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import type { ListField } from '#shared/lists/list-field.ts'
import { fieldLabel } from './field-words.ts'
import classes from './FilterBar.module.css'

interface FieldPickerProps {
  readonly label: string
  readonly icon: ReactNode
  readonly fields: readonly ListField[]
  readonly onPick: (field: ListField) => void
  /** Above the fields, while nothing is being looked for. */
  readonly more?: { readonly label: string; readonly onPick: () => void } | undefined
  /** The key that opens it. */
  readonly shortcut?: { readonly keys: string; readonly label: string } | undefined
  readonly isActive?: boolean
}

const MORE = ' more'

export function FieldPicker({ label, icon, fields, onPick, more, shortcut, isActive = false }: FieldPickerProps) {
  const t = useT()
  const [text, setText] = useState('')
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      combobox.focusTarget()
      setText('')
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  })
  const wanted = text.trim().toLocaleLowerCase()
  const found = fields.filter((field) => fieldLabel(t, field).toLocaleLowerCase().includes(wanted))
  useShortcuts(shortcut ? [{ ...shortcut, group: 'list', run: () => combobox.openDropdown() }] : [])

  return (
    <Combobox
      store={combobox}
      width={240}
      keepMounted={false}
      position="bottom-start"
      shadow="md"
      transitionProps={{ duration: 0 }}
      onOptionSubmit={(id) => {
        combobox.closeDropdown()
        const field = fields.find((one) => one.id === id)
        if (field) onPick(field)
        else if (id === MORE) more?.onPick()
      }}
    >
      <Combobox.Target withAriaAttributes={false}>
        <BarButton
          icon={icon}
          isActive={isActive}
          aria-haspopup="listbox"
          aria-expanded={combobox.dropdownOpened}
          onClick={() => combobox.toggleDropdown()}
        >
          {label}
        </BarButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          aria-label={t('lists.bar.find_field')}
          placeholder={t('lists.bar.find_field')}
          value={text}
          onChange={({ currentTarget }) => {
            setText(currentTarget.value)
            combobox.selectFirstOption()
          }}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={label}>
          {more && wanted === '' && (
            <Combobox.Option value={MORE} className={classes['more'] ?? ''}>
              {more.label}
            </Combobox.Option>
          )}
          {found.map((field) => (
            <Combobox.Option key={field.id} value={field.id}>
              {fieldLabel(t, field)}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t('base.search_nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

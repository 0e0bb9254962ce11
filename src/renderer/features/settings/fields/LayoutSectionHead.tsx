// The head of a section in the layout editor: its title, one column or two, and where it stands.
import { Menu, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { MoreMenu } from '#renderer/ui/MoreMenu.tsx'
import type { LayoutSection } from '#shared/custom-fields/layout.ts'
import classes from './Fields.module.css'

interface LayoutSectionHeadProps {
  readonly section: LayoutSection
  /** What it is called without a title of its own. */
  readonly name: string
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly onChange: (changes: Partial<Pick<LayoutSection, 'title' | 'columns'>>) => void
  readonly onMove: (by: 1 | -1) => void
  readonly onRemove: (() => void) | null
}

export function LayoutSectionHead(props: LayoutSectionHeadProps) {
  const { section, name, isFirst, isLast, onChange, onMove, onRemove } = props
  const t = useT()
  const [title, setTitle] = useState(section.title ?? '')
  const save = () => {
    const next = title.trim() === '' ? null : title.trim()
    if (next !== section.title) onChange({ title: next })
  }

  return (
    <div className={classes['head']}>
      <TextInput
        aria-label={t('customFields.section_title', { name })}
        placeholder={name}
        maxLength={80}
        value={title}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && save()}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('customFields.columns', { name })}
        data={[
          { value: '1', label: t('customFields.columns.one') },
          { value: '2', label: t('customFields.columns.two') },
        ]}
        value={String(section.columns)}
        onChange={(columns) => onChange({ columns: columns === '1' ? 1 : 2 })}
      />
      <MoreMenu>
        <Menu.Item disabled={isFirst} onClick={() => onMove(-1)}>
          {t('customFields.up')}
        </Menu.Item>
        <Menu.Item disabled={isLast} onClick={() => onMove(1)}>
          {t('customFields.down')}
        </Menu.Item>
        {onRemove && (
          <Menu.Item color="red" onClick={onRemove}>
            {t('customFields.section_remove')}
          </Menu.Item>
        )}
      </MoreMenu>
    </div>
  )
}

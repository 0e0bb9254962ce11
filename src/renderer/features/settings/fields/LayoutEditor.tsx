// Sections and the fields in them, put in order by hand; beside them how a record will look. Each change is saved at once.
import { Button, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { SortableArea } from '#renderer/ui/sortable/SortableArea.tsx'
import { SortableItem } from '#renderer/ui/sortable/SortableItem.tsx'
import { SortableList } from '#renderer/ui/sortable/SortableList.tsx'
import type { FieldedType } from '#shared/base/fields.ts'
import type { LayoutConfig, LayoutSection } from '#shared/custom-fields/layout.ts'
import classes from './Fields.module.css'
import { addSection, changeSection, HIDDEN, moveSection, placeField, removeSection } from './layout-edits.ts'
import { LayoutPreview } from './LayoutPreview.tsx'
import { LayoutSectionHead } from './LayoutSectionHead.tsx'
import { useFieldLabels } from './use-field-labels.ts'

interface LayoutEditorProps {
  readonly entity: FieldedType
  readonly layout: LayoutConfig
  readonly onChange: (layout: LayoutConfig) => Promise<unknown>
}

export function LayoutEditor({ entity, layout: saved, onChange }: LayoutEditorProps) {
  const t = useT()
  const { of, label } = useFieldLabels(entity)
  // What was changed shows at once; the engine's answer takes its place.
  const [wanted, setWanted] = useState<{ readonly before: string; readonly layout: LayoutConfig } | null>(null)
  const before = JSON.stringify(saved)
  const layout = wanted?.before === before ? wanted.layout : saved
  const change = (next: LayoutConfig) => {
    if (JSON.stringify(next) === JSON.stringify(layout)) return
    setWanted({ before, layout: next })
    onChange(next).catch(() => setWanted(null))
  }
  const lists = [...layout.sections.map(({ id, fields }) => ({ id, items: fields })), { id: HIDDEN, items: layout.hidden }]
  const sectionName = ({ id, title }: Pick<LayoutSection, 'id' | 'title'>): string =>
    title ?? t.known(`customFields.section.${id}`, 'customFields.section.main')
  const items = (listId: string, fields: readonly string[]) =>
    fields.map((field, index) => (
      <SortableItem key={field} id={field} listId={listId} nextId={fields[index + 1] ?? null} label={label(field)}>
        <span className={classes['name']}>{label(field)}</span>
        {of(field)?.isCustom && <span className={classes['own']}>{t('customFields.own')}</span>}
      </SortableItem>
    ))

  return (
    <div className={classes['editor']}>
      <SortableArea lists={lists} onMove={(id, listId, beforeId) => change(placeField(layout, id, listId, beforeId))}>
        <div className={classes['compact']}>
          {layout.sections.map((section, index) => (
            <section key={section.id} className={classes['section']} aria-label={sectionName(section)}>
              <LayoutSectionHead
                key={section.title}
                section={section}
                name={sectionName(section)}
                isFirst={index === 0}
                isLast={index === layout.sections.length - 1}
                onChange={(changes) => change(changeSection(layout, section.id, changes))}
                onMove={(by) => change(moveSection(layout, section.id, by))}
                onRemove={layout.sections.length > 1 ? () => change(removeSection(layout, section.id)) : null}
              />
              <SortableList id={section.id} label={sectionName(section)} columns={section.columns}>
                {items(section.id, section.fields)}
              </SortableList>
              {section.fields.length === 0 && <Text className={classes['own']}>{t('customFields.section_empty')}</Text>}
            </section>
          ))}
          <Button
            mt="sm"
            variant="default"
            onClick={() => change(addSection(layout, freeId(layout), t('customFields.section_new')))}
          >
            {t('customFields.section_add')}
          </Button>
          <Stack gap="xs" mt="xl">
            <Title order={3}>{t('customFields.hidden')}</Title>
            <Text c="dimmed" size="sm">
              {t('customFields.hidden_help')}
            </Text>
            <SortableList id={HIDDEN} label={t('customFields.hidden')}>
              {items(HIDDEN, layout.hidden)}
            </SortableList>
          </Stack>
        </div>
      </SortableArea>
      <LayoutPreview layout={layout} label={label} />
    </div>
  )
}

/** A section's id is known in its own layout only. */
const freeId = ({ sections }: LayoutConfig): string => {
  const ids = new Set(sections.map(({ id }) => id))
  let number = sections.length + 1
  while (ids.has(`section-${number}`)) number++
  return `section-${number}`
}

// The office's own fields, layouts, rules and record types, for one kind of record at a time.
import { SegmentedControl, Stack, Title } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { ViewTabs } from '#renderer/ui/ViewTabs.tsx'
import { fieldedType } from '#shared/base/fields.ts'
import { FieldList } from './FieldList.tsx'
import classes from './Fields.module.css'
import { LayoutPage } from './LayoutPage.tsx'
import { RecordTypeList } from './RecordTypeList.tsx'
import { RuleList } from './RuleList.tsx'

const views = ['fields', 'layout', 'rules', 'types'] as const
type View = (typeof views)[number]

export function FieldsPage() {
  const t = useT()
  const address = useAddress()
  const entity = fieldedType.options.find((type) => type === address.get('of')) ?? 'company'
  const view: View = views.find((one) => one === address.get('view')) ?? 'fields'

  return (
    <Stack gap="md" className={classes['page'] ?? ''}>
      <Title order={2}>{t('customFields.title')}</Title>
      <SegmentedControl
        aria-label={t('customFields.of')}
        className={classes['entities'] ?? ''}
        data={fieldedType.options.map((type) => ({ value: type, label: t(`customFields.entity.${type}`) }))}
        value={entity}
        onChange={(of) => address.set({ of, type: null })}
      />
      <ViewTabs
        label={t('customFields.views')}
        views={views.map((id) => ({ id, title: t(`customFields.view.${id}`) }))}
        current={view}
        onChange={(next) => address.set({ view: next === 'fields' ? null : next })}
      />
      {view === 'fields' && <FieldList key={entity} entity={entity} />}
      {view === 'layout' && <LayoutPage key={entity} entity={entity} />}
      {view === 'rules' && <RuleList key={entity} entity={entity} />}
      {view === 'types' && <RecordTypeList key={entity} entity={entity} />}
    </Stack>
  )
}

// What would come in, what would stay out, and what would be made on the way.
import { Stack, Text } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Facts } from '#renderer/ui/Facts.tsx'
import type { ImportPreview } from '#shared/imports/import.ts'

export function CheckFigures({ preview }: { readonly preview: ImportPreview }) {
  const t = useT()
  const { accepted, refused, newCompanies, newContacts, newPeople, newStages, newTags } = preview

  return (
    <Stack gap="xs">
      <Facts
        facts={[
          t('imports.check.accepted', { count: accepted }),
          t('imports.check.refused', { count: refused }),
          ...(newCompanies > 0 ? [t('imports.check.companies', { count: newCompanies })] : []),
          ...(newContacts > 0 ? [t('imports.check.contacts', { count: newContacts })] : []),
        ]}
      />
      {newPeople.length > 0 && <Text c="dimmed">{t('imports.check.people', { names: newPeople })}</Text>}
      {newStages.length > 0 && <Text c="dimmed">{t('imports.check.stages', { names: newStages })}</Text>}
      {newTags.length > 0 && <Text c="dimmed">{t('imports.check.tags', { names: newTags })}</Text>}
      {accepted === 0 && <Text>{t('imports.check.no_rows')}</Text>}
    </Stack>
  )
}

// Everything out of the workspace in one step, and back into an empty one.
import { Text, Title } from '@mantine/core'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Section, Sections } from '#renderer/ui/Section.tsx'
import { RestoreExport } from './RestoreExport.tsx'
import { TakeOut } from './TakeOut.tsx'

export function ExportPage() {
  const t = useT()
  return (
    <>
      <Title order={2}>{t('exports.page.title')}</Title>
      <Text c="dimmed" maw={680} mb="xl">
        {t('exports.page.help')}
      </Text>
      <Sections>
        <Section title={t('exports.page.out')} text={t('exports.page.out_text')}>
          <TakeOut />
        </Section>
        <Section title={t('exports.page.in')} text={t('exports.page.in_text')}>
          <RestoreExport />
        </Section>
      </Sections>
    </>
  )
}

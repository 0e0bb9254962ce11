// Where data comes from: which source is believed, in general and field by field, and the mappings that are remembered.
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Section } from '#renderer/ui/Section.tsx'
import { ScrollPage } from '#renderer/ui/StepBody.tsx'
import { SavedMappings } from './SavedMappings.tsx'
import { SourceOrder } from './SourceOrder.tsx'

export function SourcesPage() {
  const t = useT()
  return (
    <ScrollPage>
      <Section title={t('imports.sources.title')} text={t('imports.sources.text')} isWide>
        <SourceOrder />
      </Section>
      <SavedMappings />
    </ScrollPage>
  )
}

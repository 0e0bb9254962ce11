// The choice at the very beginning: sample data, an import, what was taken out of another office, or nothing.
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { useApi } from '#renderer/api/api-context.tsx'
import { useAction } from '#renderer/api/use-action.ts'
import { useLanguage, useT } from '#renderer/i18n/i18n-context.tsx'
import { ChoiceCard, ChoiceCards } from '#renderer/ui/ChoiceCards.tsx'
import { Page } from '#renderer/ui/Page.tsx'

export function StartPage() {
  const t = useT()
  const language = useLanguage()
  const navigate = useNavigate()
  const api = useApi()
  const samples = useQuery(api.samples.status({}))
  const createSamples = useAction(api.samples.create(), {
    said: ({ records }) => t('app.start.samples_done', { count: records }),
    onDone: () => void navigate('/companies'),
  })
  const hasSamples = (samples.data?.records ?? 0) > 0

  return (
    <Page title={t('app.start.title')}>
      <ChoiceCards>
        <ChoiceCard
          title={t('app.start.samples')}
          text={t('app.start.samples_text')}
          isBusy={createSamples.isPending}
          onChoose={() => (hasSamples ? void navigate('/companies') : createSamples.mutate({ language }))}
        />
        <ChoiceCard title={t('app.start.import')} text={t('app.start.import_text')} onChoose={() => void navigate('/import')} />
        <ChoiceCard
          title={t('app.start.restore')}
          text={t('app.start.restore_text')}
          onChoose={() => void navigate('/settings/export')}
        />
        <ChoiceCard
          title={t('app.start.empty')}
          text={t('app.start.empty_text')}
          onChoose={() => void navigate('/companies?new')}
        />
      </ChoiceCards>
    </Page>
  )
}

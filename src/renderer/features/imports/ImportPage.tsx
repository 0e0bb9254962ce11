// The import, step by step: the file, its columns, the check, the result. Nothing is written before the last button.
import { useState } from 'react'
import { useLocation } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { Steps } from '#renderer/ui/Steps.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { importEntity, type ImportPlan } from '#shared/imports/import.ts'
import { CheckStep } from './CheckStep.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import type { ImportSource } from './import-source.ts'
import type { ImportOutcome } from './use-import-run.ts'

const STEPS = ['file', 'columns', 'check', 'done'] as const

type Place =
  | { readonly step: 'file' }
  | { readonly step: 'columns'; readonly source: ImportSource; readonly plan: ImportPlan | null }
  | { readonly step: 'check'; readonly source: ImportSource; readonly plan: ImportPlan; readonly headings: readonly string[] }
  | {
      readonly step: 'done'
      readonly source: ImportSource
      readonly plan: ImportPlan
      readonly outcome: ImportOutcome
      /** The visit that it belongs to: who comes to the import once more wants to import once more. */
      readonly visit: string
    }

export function ImportPage() {
  const t = useT()
  const address = useAddress()
  const { key: visit } = useLocation()
  const [kept, setPlace] = useState<Place>({ step: 'file' })
  const place: Place = kept.step === 'done' && kept.visit !== visit ? { step: 'file' } : kept
  const entity = importEntity.options.find((some) => some === address.get('entity')) ?? null
  const restart = () => setPlace({ step: 'file' })

  return (
    <Page
      title={t('imports.screen.title')}
      layout="fill"
      tools={
        <Steps
          label={t('imports.screen.steps')}
          steps={STEPS.map((id) => ({ id, title: t(`imports.screen.step.${id}`) }))}
          current={place.step}
        />
      }
    >
      {place.step === 'file' && <FileStep onChosen={(source) => setPlace({ step: 'columns', source, plan: null })} />}
      {place.step === 'columns' && (
        <ColumnsStep
          source={place.source}
          plan={place.plan}
          wantedEntity={entity}
          onBack={restart}
          onCheck={(plan, headings) => setPlace({ step: 'check', source: place.source, plan, headings })}
        />
      )}
      {place.step === 'check' && (
        <CheckStep
          source={place.source}
          plan={place.plan}
          headings={place.headings}
          onBack={() => setPlace({ step: 'columns', source: place.source, plan: place.plan })}
          onDone={(outcome) => setPlace({ step: 'done', source: place.source, plan: place.plan, outcome, visit })}
        />
      )}
      {place.step === 'done' && <DoneStep source={place.source} plan={place.plan} outcome={place.outcome} onRestart={restart} />}
    </Page>
  )
}

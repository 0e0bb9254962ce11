// The import, step by step: the files, their columns, the check, the result. Nothing is written before the last button. Beside it the
// imports that were done, the sources and the mappings that are remembered.
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { useT } from '#renderer/i18n/i18n-context.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { ScrollPage } from '#renderer/ui/StepBody.tsx'
import { Steps } from '#renderer/ui/Steps.tsx'
import { useAddress } from '#renderer/ui/use-address.ts'
import { ViewTabs } from '#renderer/ui/ViewTabs.tsx'
import { importEntity } from '#shared/imports/plan.ts'
import { CheckStep } from './check/CheckStep.tsx'
import { ColumnsStep } from './columns/ColumnsStep.tsx'
import { DoneStep } from './done/DoneStep.tsx'
import { FileStep } from './files/FileStep.tsx'
import { useImportSession } from './import-session.ts'
import { PastPage } from './past/PastPage.tsx'
import { SourcesPage } from './sources/SourcesPage.tsx'
import { WatchedFoldersPage } from './watched/WatchedFoldersPage.tsx'

const STEPS = ['file', 'columns', 'check', 'done'] as const
const TABS = ['import', 'watched', 'sources', 'past'] as const

export function ImportPage() {
  const t = useT()
  const address = useAddress()
  const tab = TABS.find((some) => some === address.get('tab')) ?? 'import'
  const { session } = useVisit()
  const { step } = session

  return (
    <Page
      title={t('imports.screen.title')}
      layout="fill"
      tools={
        <>
          <ViewTabs
            label={t('imports.screen.tabs')}
            views={TABS.map((id) => ({ id, title: t(`imports.screen.tab.${id}`) }))}
            current={tab}
            onChange={(id) => address.set({ tab: id === 'import' ? null : id })}
          />
          {tab === 'import' && (
            <Steps
              label={t('imports.screen.steps')}
              steps={STEPS.map((id) => ({ id, title: t(`imports.screen.step.${id}`) }))}
              current={step}
            />
          )}
        </>
      }
    >
      {tab === 'watched' && (
        <ScrollPage>
          <WatchedFoldersPage />
        </ScrollPage>
      )}
      {tab === 'sources' && <SourcesPage />}
      {tab === 'past' && <PastPage />}
      {tab === 'import' && step === 'file' && <FileStep />}
      {tab === 'import' && step === 'columns' && <ColumnsStep />}
      {tab === 'import' && step === 'check' && <CheckStep />}
      {tab === 'import' && step === 'done' && <DoneStep />}
    </Page>
  )
}

/** Who comes for another kind of rows, or comes again after an import is done, begins anew; all else is found as it was left. */
const useVisit = () => {
  const hold = useImportSession()
  const { session, change, restart } = hold
  const address = useAddress()
  const { key: visit } = useLocation()
  const entity = importEntity.options.find((some) => some === address.get('entity')) ?? null
  const isOver = session.step === 'done' && session.outcome?.visit !== visit
  const isOther = session.step === 'file' && session.entity !== entity

  useEffect(() => {
    if (isOver) restart()
    else if (isOther) change({ entity })
  }, [isOver, isOther, entity, change, restart])
  return hold
}

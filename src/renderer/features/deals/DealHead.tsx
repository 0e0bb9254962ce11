// The head of a deal: its name and worth, win and lose, and the line of stages.
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useApi } from '#renderer/api/api-context.tsx'
import { useFormat, useT } from '#renderer/i18n/i18n-context.tsx'
import { ArchivableHead } from '#renderer/records/ArchivableHead.tsx'
import { useShortcuts } from '#renderer/ui/Shortcuts.tsx'
import { StepLine } from '#renderer/ui/StepLine.tsx'
import { firstStageOf, needsLossReason } from '#shared/deals/pipeline.ts'
import type { Stage } from '#shared/deals/deal.ts'
import type { DealRecord } from './deal-record.ts'
import { DealNotice } from './DealNotice.tsx'
import { LossReasonModal } from './LossReasonModal.tsx'
import { useDealActions } from './use-deal-actions.ts'

export function DealHead({ deal }: { readonly deal: DealRecord }) {
  const t = useT()
  const format = useFormat()
  const pipelines = useQuery(useApi().deals.pipelines({}))
  const stages = pipelines.data?.find(({ id }) => id === deal.pipelineId)?.stages ?? []
  const { win, move, archive, restore } = useDealActions(deal)
  const [losing, setLosing] = useState<Stage | null>(null)
  const isArchived = deal.archivedAt !== null
  const lostStage = firstStageOf(stages, 'lost')
  const firstStage = firstStageOf(stages, null)

  const goTo = (stage: Stage) => {
    if (needsLossReason(deal, stage, null)) setLosing(stage)
    else move.mutate({ id: deal.id, stageId: stage.id })
  }
  useShortcuts([
    {
      keys: 'w',
      label: t('deals.page.win'),
      group: 'page',
      run: () => !isArchived && deal.status !== 'won' && win.mutate({ id: deal.id }),
    },
    {
      keys: 'l',
      label: t('deals.page.lose'),
      group: 'page',
      run: () => !isArchived && deal.status !== 'lost' && setLosing(lostStage),
    },
  ])

  return (
    <>
      <ArchivableHead
        recordType="deal"
        record={{ id: deal.id, name: deal.title, archivedAt: deal.archivedAt }}
        kind={`${t('deals.page.kind')} · ${deal.pipelineName}`}
        facts={
          <>
            <span>{t(`deals.status.${deal.status}`)}</span>
            {deal.amountMinor !== null && <span>{format.money(deal.amountMinor, deal.currency)}</span>}
            {deal.company && <span>{deal.company.name}</span>}
            <span>{deal.ownerName ?? t('deals.page.no_owner')}</span>
          </>
        }
        actions={
          deal.status === 'open' ? (
            <>
              <Button loading={win.isPending} onClick={() => win.mutate({ id: deal.id })}>
                {t('deals.page.win')}
              </Button>
              <Button variant="default" disabled={!lostStage} onClick={() => setLosing(lostStage)}>
                {t('deals.page.lose')}
              </Button>
            </>
          ) : (
            <Button variant="default" disabled={!firstStage} onClick={() => firstStage && goTo(firstStage)}>
              {t('deals.page.reopen')}
            </Button>
          )
        }
        hasCall
        notice={<DealNotice deal={deal} />}
        archivedNotice={t('deals.page.archived')}
        archive={archive}
        restore={restore}
      />
      <StepLine
        label={t('deals.page.stages')}
        steps={stages}
        current={deal.stageId}
        currentLabel={({ name }) => t('deals.page.stage_current', { stage: name })}
        goLabel={({ name }) => t('deals.page.move_to', { stage: name })}
        isReadOnly={isArchived}
        onGo={({ id }) => {
          const stage = stages.find((some) => some.id === id)
          if (stage) goTo(stage)
        }}
      />
      {losing && (
        <LossReasonModal
          title={deal.title}
          isBusy={move.isPending}
          onClose={() => setLosing(null)}
          onGive={(lossReason) =>
            move.mutate({ id: deal.id, stageId: losing.id, lossReason }, { onSettled: () => setLosing(null) })
          }
        />
      )}
    </>
  )
}

// The rules of a pipeline. No database, no clock, no screen: everything they need comes in as an argument.
import type { Deal, Stage } from './deal.ts'

/** What changes together when a deal moves, besides its place in the column. */
export type Standing = Pick<Deal, 'pipelineId' | 'stageId' | 'status' | 'closedOn' | 'lossReason'>

/** Whether entering the stage asks why the deal was lost. A deal that is lost already keeps its reason. */
export const needsLossReason = (deal: Pick<Deal, 'status'>, stage: Pick<Stage, 'outcome'>, lossReason: string | null): boolean =>
  stage.outcome === 'lost' && deal.status !== 'lost' && (lossReason === null || lossReason.trim() === '')

/**
 * Entering a closing stage closes the deal on `today`; leaving it opens the deal again. A deal that only changes its place among stages
 * of one outcome keeps the day it was closed on.
 */
export const moveToStage = (
  deal: Pick<Deal, 'status' | 'closedOn' | 'lossReason'>,
  stage: Pick<Stage, 'id' | 'pipelineId' | 'outcome'>,
  { today, lossReason }: { readonly today: string; readonly lossReason: string | null },
): Standing => {
  const status = stage.outcome ?? 'open'
  return {
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    status,
    closedOn: status === 'open' ? null : deal.status === status ? deal.closedOn : today,
    lossReason: status === 'lost' ? (lossReason ?? deal.lossReason) : null,
  }
}

/** The stage that a new deal starts in, or that winning and losing lead to: the first of that outcome, in order of position. */
export const firstStageOf = (stages: readonly Stage[], outcome: Stage['outcome']): Stage | null =>
  stages.find((stage) => stage.outcome === outcome) ?? null

/**
 * What a sum is worth at a probability (percent), in minor units: the exact product, rounded once, half up. It is taken of a column's
 * whole sum, not deal by deal, so that anyone can check it: sum × probability.
 */
export const weightedAmount = (sumMinor: number, probability: number): number =>
  roundPercent(BigInt(sumMinor) * BigInt(probability))

/** Hundredths of a minor unit as whole units, half up. For sums of several products, so that they too are rounded only once. */
export const roundPercent = (hundredths: bigint): number => Number((hundredths + 50n) / 100n)

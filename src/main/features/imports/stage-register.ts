// Where each stage name of a file goes: the stage the user chose, one of the same name or plain outcome, or a new one.
import { generateNKeysBetween } from 'fractional-indexing'
import { AppError } from '#shared/base/app-error.ts'
import type { Stage } from '#shared/deals/deal.ts'
import { firstStageOf } from '#shared/deals/pipeline.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import type { StagePlan, TablePlan } from '#shared/imports/plan.ts'
import { guessStage } from '#shared/imports/stage-names.ts'

/** More names than these are no stages of a pipeline. */
export const MAX_NEW_STAGES = 100

export interface StageRegister {
  /** The stage of a name; a deal without one starts in the first open stage. New stages have no position yet. */
  readonly stageOf: (name: string | null) => Pick<Stage, 'id' | 'outcome'>
  /** Where a deal of this outcome goes that names no stage for it. */
  readonly stageFor: (outcome: Stage['outcome']) => Pick<Stage, 'id' | 'outcome'>
  /** Of the stages that names asked for and the pipeline lacks those in use, each at its place. */
  readonly made: (used: ReadonlySet<string>) => Stage[]
}

/** What is proposed for a stage name of the file. */
export const proposeStage = (name: string, stages: readonly Stage[]): StagePlan => {
  const guess = guessStage(name)
  const same = stages.find((stage) => foldName(stage.name) === foldName(name))
  const alike = same ?? (guess.isPlain ? firstStageOf(stages, guess.outcome) : null)
  return {
    name,
    stageId: alike?.id ?? null,
    outcome: alike?.outcome ?? guess.outcome,
    probability: alike?.probability ?? guess.probability,
  }
}

interface Pipeline {
  readonly pipelineId: string
  readonly stages: readonly Stage[]
  readonly newId: () => string
  /** What a closing stage is called that a pipeline lacks. */
  readonly closingName: (outcome: 'won' | 'lost') => string
}

export const createStageRegister = (
  plan: Pick<TablePlan, 'stages'>,
  { pipelineId, stages, newId, closingName }: Pipeline,
): StageRegister => {
  const chosen = new Map(plan.stages.map((stage) => [foldName(stage.name), stage]))
  const known = new Map<string, Pick<Stage, 'id' | 'outcome'>>()
  const made: Stage[] = []
  const first = firstStageOf(stages, null)
  if (!first) throw new AppError('invalid_input', 'imports.plan.pipeline_gone')

  const settle = (name: string): Pick<Stage, 'id' | 'outcome'> => {
    const { stageId, outcome, probability } = chosen.get(foldName(name)) ?? proposeStage(name, stages)
    // A plan that is used again asked for a new stage which the first import made.
    const there = stageId === null ? stages.find((stage) => foldName(stage.name) === foldName(name)) : undefined
    if (there) return there
    if (stageId !== null) {
      const stage = stages.find(({ id }) => id === stageId)
      if (!stage) throw new AppError('invalid_input', 'imports.plan.stage_gone', { name })
      return stage
    }
    if (made.length === MAX_NEW_STAGES)
      throw new AppError('invalid_input', 'imports.plan.too_many_stages', { limit: MAX_NEW_STAGES })
    const stage = { id: newId(), pipelineId, name, position: '', probability: closed(outcome, probability), outcome }
    made.push(stage)
    return stage
  }

  const stageOf = (name: string | null): Pick<Stage, 'id' | 'outcome'> => {
    if (name === null) return first
    const key = foldName(name)
    const stage = known.get(key) ?? settle(name)
    known.set(key, stage)
    return stage
  }

  return {
    stageOf,
    stageFor: (outcome) =>
      outcome === null ? first : (firstStageOf(stages, outcome) ?? firstStageOf(made, outcome) ?? stageOf(closingName(outcome))),
    made: (used) =>
      placed(
        made.filter(({ id }) => used.has(id)),
        stages,
      ),
  }
}

/** A won deal is certain, a lost one impossible. */
const closed = (outcome: Stage['outcome'], probability: number): number =>
  outcome === null ? probability : outcome === 'won' ? 100 : 0

/** New open stages come behind the open ones, new closing stages last. */
const placed = (made: readonly Stage[], stages: readonly Stage[]): Stage[] => {
  const lastOpen = stages.findLastIndex((stage) => stage.outcome === null)
  const open = made.filter((stage) => stage.outcome === null)
  const closing = made.filter((stage) => stage.outcome !== null)
  const behindOpen = generateNKeysBetween(stages[lastOpen]?.position, stages[lastOpen + 1]?.position, open.length)
  const last = stages.at(-1)?.position ?? behindOpen.at(-1)
  const behindAll = generateNKeysBetween(last, null, closing.length)
  return [...withKeys(open, behindOpen), ...withKeys(closing, behindAll)]
}

const withKeys = (stages: readonly Stage[], keys: readonly string[]): Stage[] =>
  stages.map((stage, place) => ({ ...stage, position: keys[place] ?? stage.position }))

// What each samples procedure does.
import { AppError } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import { type Handlers, type MutationContext, prepared } from '#main/rpc/handlers.ts'
import type { Culture } from './culture.ts'
import { removeSamples } from './remove-samples.ts'
import { makeSamples } from './samples.ts'
import { countSamples, findFirstPipeline, insertSamples, listStatuses } from './samples.repository.ts'

/** Loaded when first asked for: most starts of the engine need no invented names. */
const cultureOf = async (language: Language): Promise<Culture> =>
  language === 'zh-CN' ? (await import('./culture-zh.ts')).chineseCulture : (await import('./culture-en.ts')).englishCulture

export const samplesHandlers: Handlers['samples'] = {
  status: ({ db }) => ({ records: countSamples(db) }),

  create: prepared(
    (_context, { language }: { language: Language }) => cultureOf(language),
    ({ tx, now, newId, actor, run }: MutationContext, _input, culture: Culture) => {
      if (countSamples(tx) > 0) throw new AppError('conflict', 'samples.already_there')
      const pipeline = findFirstPipeline(tx)
      const statuses = listStatuses(tx)
      if (!pipeline || pipeline.stages.length === 0 || statuses.length === 0) {
        throw new AppError('invalid_input', 'samples.no_pipeline')
      }
      const { id: pipelineId, stages } = pipeline
      const lifecycle = run('lifecycleStages.list', {}).map(({ id }) => id)
      const knownTags = run('tags.pick', {})
      const surroundings = { culture, now: now(), newId, ownerId: actor.userId, pipelineId, stages, statuses }
      insertSamples(tx, makeSamples({ ...surroundings, lifecycle, knownTags }))
      return { records: countSamples(tx) }
    },
  ),

  remove: ({ tx, log }) => removeSamples(tx, log),
}

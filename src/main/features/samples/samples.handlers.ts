// What each samples procedure does.
import { AppError } from '#shared/base/app-error.ts'
import type { Language } from '#shared/base/messages.ts'
import type { Handlers } from '#main/rpc/handlers.ts'
import type { Culture } from './culture.ts'
import { englishCulture } from './culture-en.ts'
import { chineseCulture } from './culture-zh.ts'
import { removeSamples } from './remove-samples.ts'
import { makeSamples } from './samples.ts'
import { countSamples, findFirstPipeline, insertSamples, listStatuses } from './samples.repository.ts'

const cultures: Readonly<Record<Language, Culture>> = { en: englishCulture, 'zh-CN': chineseCulture }

export const samplesHandlers: Handlers['samples'] = {
  status: ({ db }) => ({ records: countSamples(db) }),

  create: ({ tx, now, newId, actor }, { language }) => {
    if (countSamples(tx) > 0) throw new AppError('conflict', 'samples.already_there')
    const pipeline = findFirstPipeline(tx)
    const statuses = listStatuses(tx)
    if (!pipeline || pipeline.stages.length === 0 || statuses.length === 0) {
      throw new AppError('invalid_input', 'samples.no_pipeline')
    }
    const samples = makeSamples({
      culture: cultures[language],
      now: now(),
      newId,
      ownerId: actor.userId,
      pipelineId: pipeline.id,
      stages: pipeline.stages,
      statuses,
    })
    insertSamples(tx, samples)
    return { records: countSamples(tx) }
  },

  remove: ({ tx, log }) => removeSamples(tx, log),
}

// What each procedure of activity templates does.
import type { ActivityTemplate, TemplateStep } from '#shared/activities/activity-templates.contract.ts'
import { AppError } from '#shared/base/app-error.ts'
import { addDays } from '#shared/calendar/days.ts'
import { addWorkingDays } from '#shared/calendar/working-clock.ts'
import type { Db } from '#main/db/database.ts'
import { requireReferences } from '#main/db/references.ts'
import { readWorkingTime } from '#main/records/working-calendar.ts'
import type { CallContext, Handlers } from '#main/rpc/handlers.ts'
import { findTemplate, insertTemplate, listTemplates, updateTemplate } from './activity-templates.repository.ts'

export const activityTemplatesHandlers: Handlers['activityTemplates'] = {
  list: ({ db }, { state }) => listTemplates(db, state),

  create: ({ tx }, template) => {
    requireOwners(tx, template.steps)
    return requireTemplate(tx, insertTemplate(tx, template))
  },

  update: ({ tx }, { id, name, steps }) => {
    requireActive(tx, id)
    requireOwners(tx, steps ?? [])
    updateTemplate(tx, id, { name, steps })
    return requireTemplate(tx, id)
  },

  archive: ({ tx }, { id }) => {
    if (requireTemplate(tx, id).archivedAt === null) tx.archive('activityTemplates', id)
    return null
  },

  restore: ({ tx }, { id }) => {
    if (requireTemplate(tx, id).archivedAt !== null) tx.restore('activityTemplates', id)
    return null
  },

  preview: (context, { id, startsOn }) => planned(context, requireTemplate(context.db, id), startsOn),

  apply: (context, { id, recordType, recordId, startsOn, ownerId }) =>
    planned(context, requireActive(context.tx, id), startsOn).map(({ step, dueOn }) => {
      const { after: _after, ownerId: stepOwner, ...fields } = step
      const owner = stepOwner ?? ownerId
      return context.run('activities.log', {
        ...{ ...fields, recordType, recordId, dueOn },
        // Nobody was named: whoever applies it.
        ...(owner === undefined ? {} : { ownerId: owner }),
      })
    }),
}

const planned = (context: CallContext, { steps }: ActivityTemplate, startsOn: string) => {
  const workingTime = readWorkingTime(context)
  return steps.map((step) => ({
    step,
    dueOn:
      step.after.unit === 'days' ? addDays(startsOn, step.after.count) : addWorkingDays(workingTime, startsOn, step.after.count),
  }))
}

const requireOwners = (db: Db, steps: readonly TemplateStep[]): void =>
  requireReferences(
    db,
    steps.map(({ ownerId }, index) => ({ field: `steps.${index}.ownerId`, table: 'users', id: ownerId })),
  )

const requireTemplate = (db: Db, id: string): ActivityTemplate => {
  const template = findTemplate(db, id)
  if (!template) throw new AppError('not_found', 'activityTemplates.gone', { id })
  return template
}

const requireActive = (db: Db, id: string): ActivityTemplate => {
  const template = requireTemplate(db, id)
  if (template.archivedAt !== null) throw new AppError('conflict', 'activityTemplates.archived', { id })
  return template
}

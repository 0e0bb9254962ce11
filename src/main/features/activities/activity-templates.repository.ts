// The SQL of activity templates; their steps are JSON.
import { z } from 'zod'
import { type ActivityTemplate, type TemplateStep, templateStep } from '#shared/activities/activity-templates.contract.ts'
import type { RowState } from '#shared/base/fields.ts'
import { build } from '#main/db/builder.ts'
import type { Db, WriteTx } from '#main/db/database.ts'
import { isInState, isThere } from '#main/db/selection.ts'

const steps = z.array(templateStep)

const templates = () =>
  build.selectFrom('activityTemplates').select(['id', 'createdAt', 'updatedAt', 'archivedAt', 'name', 'steps'])

const parsed = (row: Omit<ActivityTemplate, 'steps'> & { readonly steps: string }): ActivityTemplate => ({
  ...row,
  steps: steps.parse(JSON.parse(row.steps)),
})

export const listTemplates = (db: Db, state: RowState): ActivityTemplate[] =>
  db.all(templates().where(isInState('activityTemplates', state)).orderBy('name').orderBy('id')).map(parsed)

export const findTemplate = (db: Db, id: string): ActivityTemplate | undefined =>
  db.all(templates().where('id', '=', id).where(isThere('activityTemplates'))).map(parsed)[0]

export const insertTemplate = (
  tx: WriteTx,
  template: { readonly name: string; readonly steps: readonly TemplateStep[] },
): string => tx.insert('activityTemplates', { name: template.name, steps: JSON.stringify(template.steps) })

export const updateTemplate = (
  tx: WriteTx,
  id: string,
  changes: { readonly name: string | undefined; readonly steps: readonly TemplateStep[] | undefined },
): void => {
  tx.update('activityTemplates', id, { name: changes.name, steps: changes.steps && JSON.stringify(changes.steps) })
}

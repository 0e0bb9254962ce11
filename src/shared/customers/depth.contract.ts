// What can be asked about what stands around companies and people: further addresses, relations, the lifecycle, the public pool.
import { z } from 'zod'
import { day, id, moment } from '#shared/base/fields.ts'
import { mutation, query } from '#shared/base/procedure.ts'
import { proposal } from '#shared/records/paste/proposal.ts'
import { contactPoint, contactPointChanges, customerType, newContactPoint } from './contact-point.ts'
import { lifecycleMoveInput, lifecycleStage, lifecycleStageRow } from './lifecycle.ts'
import { poolSettings } from './pool.ts'
import { newRelation, relation, relationChanges } from './relation.ts'

const view = { needs: 'customers.view' } as const
const edit = { needs: 'customers.edit' } as const
const arrange = { needs: 'settings.edit' } as const

export const contactPointsContract = {
  /** Where the record has no main one of that kind yet, it becomes that: the answer is then null. */
  add: mutation(newContactPoint, contactPoint.nullable(), edit),
  update: mutation(contactPointChanges, contactPoint, edit),
  remove: mutation(z.object({ id }), z.null(), edit),
  /** Changes places with the main one of its kind. */
  makePrimary: mutation(z.object({ id }), z.null(), edit),
}

export const relationsContract = {
  add: mutation(newRelation, relation, edit),
  update: mutation(relationChanges, relation, edit),
  remove: mutation(z.object({ id }), z.null(), edit),
}

export const lifecycleStagesContract = {
  /** The stages in their order, with the number of records in use in each. */
  list: query(z.object({}), z.array(lifecycleStageRow), view),
  create: mutation(lifecycleStage.pick({ name: true }), lifecycleStage, arrange),
  rename: mutation(lifecycleStage.pick({ id: true, name: true }), lifecycleStage, arrange),
  /** Puts a stage behind another; `null`: first. */
  move: mutation(z.object({ id, afterId: id.nullable() }), z.null(), arrange),
  /** Records that stand in it move to `targetId`, or out of the lifecycle (`null`). */
  archive: mutation(z.object({ id, targetId: id.nullable() }), z.object({ records: z.int() }), { ...arrange, bulk: true }),
  /** Makes the usual stages where there never were any. Answers how many it made. */
  ensure: mutation(z.object({}), z.object({ made: z.int() }), arrange),
}

export const lifecycleContract = {
  move: mutation(lifecycleMoveInput, z.object({ stage: lifecycleStage.nullable(), since: day.nullable() }), edit),
}

const pooled = z.object({ recordType: customerType, recordId: id })

export const poolContract = {
  settings: query(z.object({}), poolSettings, view),
  configure: mutation(poolSettings, poolSettings, arrange),
  /** How many companies and how many people the asking user looks after, and how many of each they may. */
  holding: query(z.object({}), z.object({ company: z.int(), contact: z.int(), cap: z.int().nullable() }), view),
  /** Takes a record out of the pool; who asks becomes its owner. Refused above the cap, and for what is not in the pool. */
  claim: mutation(pooled, z.null(), edit),
  /** Puts a record into the pool; nobody owns it then. */
  release: mutation(pooled, z.object({ pooledAt: moment }), edit),
  /** How many customers would be returned at once if they might lie idle for so many days; asked before that is decided. */
  forecast: query(poolSettings.pick({ idleDays: true }), z.object({ companies: z.int(), contacts: z.int() }), {
    ...view,
    slow: true,
  }),
  /**
   * Puts every owned record back that nobody did anything about for the set number of days and that has no open deal. `isDaily`: as the
   * work of a quiet moment, once a day and no more than a few hundred.
   */
  recycle: mutation(z.object({ isDaily: z.boolean().default(false) }), z.object({ companies: z.int(), contacts: z.int() }), {
    ...arrange,
    bulk: true,
  }),
}

export const customersContract = {
  /** What a pasted text says about a person or company. Stores nothing. */
  propose: query(z.object({ text: z.string().max(20_000) }), proposal, view),
}

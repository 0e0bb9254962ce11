// From what a row says to what its record is to hold: stages and statuses by name, days that fit them, what an activity stands on.
import { refused } from '#shared/imports/cell.ts'
import { foldName } from '#shared/imports/fold-name.ts'
import type { ImportEntity, TablePlan } from '#shared/imports/plan.ts'
import { noteFault, type RowReading, textOf } from '#shared/imports/reading.ts'
import { messages } from '#shared/messages.ts'
import type { Stage } from '#shared/deals/deal.ts'
import { withLineDefaults, withOrderDefaults, withProductDefaults } from '#shared/orders/order-rules.ts'
import { findPipelineId, listLifecycleNames, listStages, listTicketStatuses } from './imports.repository.ts'
import { type Columns, columnsOfRow } from './kinds.ts'
import { settleActivity } from './settle-activity.ts'
import { settleDeal } from './settle-deal.ts'
import { createStageRegister, type StageRegister } from './stage-register.ts'
import type { World } from './world.ts'
import { plainText } from './plain-text.ts'

export interface Settings {
  readonly stages: StageRegister | null
  readonly pipelineId: string | null
  readonly stageOutcomes: ReadonlyMap<string, Stage['outcome']>
  readonly lifecycle: ReadonlyMap<string, string>
  readonly statuses: readonly { readonly id: string; readonly name: string; readonly clock: string }[]
}

export const readSettings = (world: World, plan: TablePlan): Settings => {
  const { db, newId } = world
  const pipelineId = plan.entity === 'deal' ? (findPipelineId(db, plan.pipelineId) ?? null) : null
  const stages = pipelineId === null ? [] : listStages(db, pipelineId)
  const statuses = plan.entity === 'ticket' ? listTicketStatuses(db) : []
  return {
    stages:
      pipelineId === null
        ? null
        : createStageRegister(plan, {
            ...{ pipelineId, stages, newId },
            closingName: (outcome) => messages[world.office.language].get(`deals.status.${outcome}`) ?? outcome,
          }),
    pipelineId,
    stageOutcomes: new Map(stages.map(({ id, outcome }) => [id, outcome])),
    lifecycle: new Map(listLifecycleNames(db).map(({ id, name }) => [foldName(name), id])),
    statuses,
  }
}

/** What programs call the statuses that stop, pause or run a ticket's clock. */
const CLOCKS: readonly (readonly [clock: string, words: RegExp])[] = [
  ['stops', /clos|solv|done|complet|关闭|解决|完成|结束/iu],
  ['pauses', /pending|wait|hold|等待|挂起|暂停/iu],
  ['runs', /open|new|progress|assign|escalat|处理|新建|打开|受理/iu],
]

interface Given {
  readonly reading: RowReading
  readonly ids: Readonly<Record<string, string | null>>
  /** The record as it is; null for a new one. */
  readonly before: Readonly<Record<string, unknown>> | null
}

/** The columns that the row fills. Faults are added to the row's own. */
export const settleRow = (world: World, entity: ImportEntity, settings: Settings, { reading, ids, before }: Given): Columns => {
  const stage = entity === 'deal' ? settleDeal(settings.stages, reading, before) : null
  const columns = columnsOfRow(entity, reading, ids)
  if (entity === 'company' && columns['kind'] === 'customer') columns['kind'] = null
  if (entity === 'company' || entity === 'contact') settleLifecycle(world, settings, { reading, columns, before })
  if (entity === 'ticket') settleTicket(settings, reading, columns)
  if (entity === 'activity') settleActivity(world, reading, { columns, ids, before })
  if (entity === 'deal') {
    delete columns['stageId']
    delete columns['status']
    if (stage) {
      columns['stageId'] = stage.id
      columns['status'] = stage.outcome ?? 'open'
    }
  }
  return columns
}

interface Settling {
  readonly reading: RowReading
  readonly columns: Columns
  readonly before: Given['before']
}

const settleLifecycle = ({ office }: World, { lifecycle }: Settings, { reading, columns, before }: Settling): void => {
  const name = textOf(reading, 'lifecycleStage')
  delete columns['lifecycleStageId']
  if (name === null) return
  const id = lifecycle.get(foldName(name))
  if (id === undefined)
    noteFault(reading, refused('imports.lifecycle.unknown', { value: name }).fault, { field: 'lifecycleStage', value: name })
  else {
    columns['lifecycleStageId'] = id
    if (before?.['lifecycleStageId'] !== id) columns['lifecycleSince'] = office.today
  }
}

const settleTicket = ({ statuses }: Settings, reading: RowReading, columns: Columns): void => {
  const name = textOf(reading, 'status')
  delete columns['statusId']
  if (name === null) return
  const clock = CLOCKS.find(([, words]) => words.test(name))?.[0]
  const status = statuses.find((one) => foldName(one.name) === foldName(name)) ?? statuses.find((one) => one.clock === clock)
  if (status) columns['statusId'] = status.id
  else noteFault(reading, refused('imports.status.unknown', { value: name }).fault, { field: 'status', value: name })
}

/** What a new record has where its row says nothing. */
export const withDefaults = (world: World, entity: ImportEntity, settings: Settings, columns: Columns): Columns => {
  const { currency, now, actorId } = world.office
  switch (entity) {
    case 'user':
      return { canSignIn: false, ...columns }
    case 'deal':
      return { ...columns, currency: columns['currency'] ?? currency, pipelineId: settings.pipelineId }
    case 'product':
      return withProductDefaults(
        { ...columns, name: plainText(columns['name'] ?? columns['code'] ?? columns['externalId']) },
        currency,
      )
    case 'order':
      return withOrderDefaults({ ...columns, number: plainText(columns['number']) }, currency)
    case 'orderLine':
      return withLineDefaults(columns, { product: null, currency })
    case 'ticket':
      return {
        priority: 'normal',
        channel: 'other',
        statusId: settings.statuses.find(({ clock }) => clock === 'runs')?.id,
        ...columns,
      }
    case 'activity':
      return { happenedAt: now, ownerId: actorId, ...columns }
    case 'link':
      return { isPrimary: false, ...columns }
    default:
      return columns
  }
}

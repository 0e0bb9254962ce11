// The SQL of deals, one at a time.
import { type Deal, deal, stage } from '#shared/deals/deal.ts'
import { build } from '#main/db/builder.ts'
import type { Db, NewRow, RowChanges, WriteTx } from '#main/db/database.ts'
import { prepared } from '#main/db/prepared.ts'
import { columnsOf, isActive, isThere, toReference } from '#main/db/selection.ts'
import { checkedChanges, checkedNew } from '#main/records/checked-record.ts'
import type { Placed } from '#main/records/reorder.ts'

const dealById = prepared<{ id: string }>()((param) =>
  build.selectFrom('deals').select(columnsOf('deals', deal)).where('id', '=', param('id')).where(isThere('deals')),
)

export const findDeal = (db: Db, id: string): Deal | undefined => dealById(db, { id })[0]

const cardById = prepared<{ id: string }>()((param) =>
  build
    .selectFrom('deals')
    .innerJoin('stages', 'stages.id', 'deals.stageId')
    .innerJoin('pipelines', 'pipelines.id', 'deals.pipelineId')
    .leftJoin('companies as company', 'company.id', 'deals.companyId')
    .leftJoin('contacts as contact', 'contact.id', 'deals.contactId')
    .leftJoin('users as owner', 'owner.id', 'deals.ownerId')
    .where('deals.id', '=', param('id'))
    .select(columnsOf('stages', stage))
    .select([
      'pipelines.name as pipelineName',
      'owner.name as ownerName',
      'company.id as companyRowId',
      'company.name as companyName',
      'contact.id as contactRowId',
      'contact.name as contactName',
    ]),
)

/** What a deal's page shows besides its own fields. A stage that was archived since is still the deal's. */
export const findDealCard = (db: Db, id: string) => {
  const [row] = cardById(db, { id })
  if (!row) throw new Error(`Deal ${id} stands in no stage or pipeline.`)
  const { pipelineName, ownerName, companyRowId, companyName, contactRowId, contactName, ...stage } = row
  return {
    stage,
    pipelineName,
    ownerName,
    company: toReference(companyRowId, companyName),
    contact: toReference(contactRowId, contactName),
  }
}

const lastPosition = prepared<{ stageId: string; exceptId: string }>()((param) =>
  build
    .selectFrom('deals')
    .select('position')
    .where('stageId', '=', param('stageId'))
    .where('id', '<>', param('exceptId'))
    .where(isActive('deals'))
    .orderBy('position', 'desc')
    .limit(1),
)

/** The last position of a column, `exceptId` not counted; null if nothing else stands there. */
export const findLastPosition = (db: Db, stageId: string, exceptId: string): string | null =>
  lastPosition(db, { stageId, exceptId })[0]?.position ?? null

const positionAhead = prepared<{ stageId: string; position: string; exceptId: string }>()((param) =>
  build
    .selectFrom('deals')
    .select('position')
    .where('stageId', '=', param('stageId'))
    .where('position', '<', param('position'))
    .where('id', '<>', param('exceptId'))
    .where(isActive('deals'))
    .orderBy('position', 'desc')
    .limit(1),
)

/** The nearest position ahead of the given one in a column, `exceptId` not counted; null at the head of the column. */
export const findPositionAhead = (db: Db, stageId: string, position: string, exceptId: string): string | null =>
  positionAhead(db, { stageId, position, exceptId })[0]?.position ?? null

const places = prepared<{ stageId: string; exceptId: string }>()((param) =>
  build
    .selectFrom('deals')
    .select(['id', 'position'])
    .where('stageId', '=', param('stageId'))
    .where('id', '<>', param('exceptId'))
    .where(isActive('deals'))
    .orderBy('position')
    .orderBy('id'),
)

/** A whole column in its order, `exceptId` left out. */
export const listPlaces = (db: Db, stageId: string, exceptId: string): Placed[] => places(db, { stageId, exceptId })

export const insertDeal = (tx: WriteTx, row: NewRow<'deals'>): string => tx.insert('deals', checkedNew(tx, 'deal', row, row.id))

export const updateDeal = (tx: WriteTx, id: string, changes: RowChanges<'deals'>): boolean =>
  tx.update('deals', id, checkedChanges(tx, 'deal', id, changes))

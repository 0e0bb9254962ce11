// A deal: one possible sale, moving through the stages of a pipeline until it is won or lost.
import { z } from 'zod'
import {
  amountMinor,
  currency,
  day,
  id,
  line,
  moment,
  multiline,
  recordStamps,
  reference,
  requiredLine,
} from '#shared/base/fields.ts'
import { customValues } from '#shared/custom-fields/custom-values.ts'

export const dealStatus = z.enum(['open', 'won', 'lost'])
export type DealStatus = z.infer<typeof dealStatus>

export const pipeline = z.object({ id, name: requiredLine(100), position: z.string() })
export type Pipeline = z.infer<typeof pipeline>

export const stage = z.object({
  id,
  pipelineId: id,
  name: requiredLine(100),
  position: z.string(),
  /** How likely a deal in this stage is won, in percent. */
  probability: z.int().min(0).max(100),
  /** What entering the stage does to a deal. Rules look at this flag, never at the name. */
  outcome: z.enum(['won', 'lost']).nullable(),
})
export type Stage = z.infer<typeof stage>

export const dealFields = {
  title: requiredLine(),
  companyId: id.nullable(),
  contactId: id.nullable(),
  ownerId: id.nullable(),
  amountMinor: amountMinor.nullable(),
  currency,
  /** The day on which the deal is expected to close. */
  expectedCloseOn: day.nullable(),
  openedOn: day.nullable(),
  /** What is sold, as plain text. */
  product: line(200).nullable(),
  description: multiline().nullable(),
  /** Where it came from: a fair, a recommendation. */
  source: line(100).nullable(),
  externalId: line(100).nullable(),
  recordTypeId: id.nullable(),
}

export const deal = z.object({
  ...recordStamps,
  ...dealFields,
  pipelineId: id,
  stageId: id,
  /** Fractional key of the order within the stage. */
  position: z.string(),
  status: dealStatus,
  /** The day on which it was won or lost. */
  closedOn: day.nullable(),
  lossReason: line(500).nullable(),
  custom: customValues,
})
export type Deal = z.infer<typeof deal>

/** Without a stage the deal starts in the first open stage of the pipeline; without a currency in the workspace's. */
export const newDeal = z
  .object({ ...dealFields, stageId: id, custom: customValues })
  .partial()
  .required({ title: true })
export const dealChanges = z.object({ id, ...z.object({ ...dealFields, custom: customValues }).partial().shape })

/** A deal as a card of the board shows it. */
export const dealCard = deal
  .pick({
    id: true,
    title: true,
    stageId: true,
    position: true,
    status: true,
    amountMinor: true,
    currency: true,
    expectedCloseOn: true,
    closedOn: true,
  })
  .extend({
    company: reference.nullable(),
    ownerName: z.string().nullable(),
    nextTask: z.object({ title: z.string(), dueOn: day.nullable() }).nullable(),
  })
export type DealCard = z.infer<typeof dealCard>

/** Sums of one currency, in minor units. Money of different currencies is never added. */
export const currencySum = z.object({ currency, amountMinor: z.int(), weightedMinor: z.int() })
export type CurrencySum = z.infer<typeof currencySum>

export const boardColumn = z.object({
  stage,
  /** Exact, whatever number of cards was sent. */
  count: z.int(),
  /** Deals without an amount, which the sums leave out. */
  withoutAmount: z.int(),
  sums: z.array(currencySum),
  cards: z.array(dealCard),
})
export type BoardColumn = z.infer<typeof boardColumn>

export const dealRow = dealCard.extend({ stageName: z.string(), updatedAt: moment })
export type DealRow = z.infer<typeof dealRow>

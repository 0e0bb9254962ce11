// The printable report “Sales pipeline”: deals by stage, by owner and by expected month.
import { z } from 'zod'
import { currency, day, id } from '#shared/base/fields.ts'

export const pipelineFigures = z.object({
  currency,
  deals: z.int(),
  withoutAmount: z.int(),
  amountMinor: z.int(),
  weightedMinor: z.int(),
})
export type PipelineFigures = z.infer<typeof pipelineFigures>

export const pipelineReport = z.object({
  workspaceName: z.string(),
  pipelineName: z.string(),
  /** The day the figures are of, in the workspace's time zone. */
  asOf: day,
  preparedBy: z.string(),
  currencies: z.array(currency),
  stages: z.array(
    z.object({
      stageId: id,
      name: z.string(),
      probability: z.int(),
      outcome: z.enum(['won', 'lost']).nullable(),
      figures: z.array(pipelineFigures),
    }),
  ),
  owners: z.array(
    z.object({
      ownerId: id.nullable(),
      name: z.string().nullable(),
      open: z.array(pipelineFigures),
      won: z.array(pipelineFigures),
      wonDeals: z.int(),
      lostDeals: z.int(),
    }),
  ),
  /**
   * Open deals by the month they are expected to close. One line first for all whose date has passed (`isOverdue`, `month` null), one
   * last for those without a date (`month` null).
   */
  months: z.array(
    z.object({
      month: z
        .string()
        .regex(/^\d{4}-\d{2}$/u)
        .nullable(),
      isOverdue: z.boolean(),
      figures: z.array(pipelineFigures),
    }),
  ),
  totals: z.object({
    openDeals: z.int(),
    wonDeals: z.int(),
    lostDeals: z.int(),
    /** Won ÷ (won + lost); null when none is closed. */
    winRate: z.number().nullable(),
    won: z.array(pipelineFigures),
    open: z.array(pipelineFigures),
  }),
})
export type PipelineReport = z.infer<typeof pipelineReport>

// A deal as its own page gets it.
import type { z } from 'zod'
import type { dealsContract } from '#shared/deals/deals.contract.ts'

export type DealRecord = z.infer<typeof dealsContract.get.output>

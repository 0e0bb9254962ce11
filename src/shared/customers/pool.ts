// 公海, the public pool: customers that nobody looks after, for anyone to claim. Who does nothing with a customer for long gives it back.
import { z } from 'zod'

export const poolSettings = z.object({
  isOn: z.boolean(),
  /** A customer goes back this many days after the last thing that was done about it. */
  idleDays: z.int().min(1).max(3650),
  /** How many companies, and how many people, one may look after by claiming; null: as many as they like. */
  cap: z.int().min(1).max(100_000).nullable(),
})
export type PoolSettings = z.infer<typeof poolSettings>

export const defaultPool: PoolSettings = { isOn: false, idleDays: 30, cap: null }

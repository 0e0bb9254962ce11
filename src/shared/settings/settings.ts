// The workspace's own settings, asked at first run and the same on every machine of the office.
import { z } from 'zod'
import { currency, requiredLine } from '#shared/base/fields.ts'
import { languages } from '#shared/base/messages.ts'
import { defaultWeek, workingWeek } from '#shared/calendar/working-time.ts'
import { defaultPool, poolSettings } from '#shared/customers/pool.ts'

export const settings = z.object({
  workspaceName: requiredLine(100),
  language: z.enum(languages),
  currency,
  /** An IANA zone, `Asia/Shanghai`: what “today” and a month mean in reports. */
  timeZone: z.string().min(1).max(64),
  paper: z.enum(['A4', 'Letter']),
  /** The largest file that is kept with a record, in megabytes. */
  attachmentLimitMb: z.int().min(1).max(4096),
  /** The public pool of customers. */
  pool: poolSettings,
  /** When the office works: seven days, Monday first. Days that differ are rows of their own. */
  workingWeek,
})
export type Settings = z.infer<typeof settings>

/** What a new workspace starts with, by the language of its first user. */
export const defaultSettings = (language: Settings['language']): Omit<Settings, 'workspaceName' | 'timeZone'> => ({
  language,
  currency: language === 'zh-CN' ? 'CNY' : 'EUR',
  paper: 'A4',
  attachmentLimitMb: 256,
  pool: defaultPool,
  workingWeek: defaultWeek,
})

// The stages that the dealings with a customer go through, forwards and backwards, each move with its day.
import { z } from 'zod'
import { day, id, line, requiredLine } from '#shared/base/fields.ts'
import type { Language } from '#shared/base/messages.ts'
import { customerType } from './contact-point.ts'

export const lifecycleStage = z.object({ id, name: requiredLine(60), position: z.string() })
export type LifecycleStage = z.infer<typeof lifecycleStage>

export const lifecycleStageRow = lifecycleStage.extend({ counts: z.object({ company: z.int(), contact: z.int() }) })

/** A move as a card shows it; `null` stands for no stage. */
export const lifecycleMove = z.object({
  id,
  from: z.string().nullable(),
  to: z.string().nullable(),
  onDay: day,
  note: line(400).nullable(),
  byName: z.string().nullable(),
})
export type LifecycleMove = z.infer<typeof lifecycleMove>

/** `onDay`: today if left out; days that have passed may be named, others are refused. `toStageId` null takes it out of the lifecycle. */
export const lifecycleMoveInput = z.object({
  recordType: customerType,
  recordId: id,
  toStageId: id.nullable(),
  onDay: day.optional(),
  note: line(400).nullable().default(null),
})

/** The stages of a new workspace. Keys, not names, make their ids, so that two machines make the same. */
export const defaultLifecycle: readonly { readonly key: string; readonly name: Readonly<Record<Language, string>> }[] = [
  { key: 'identify', name: { en: 'Identify', 'zh-CN': '识别' } },
  { key: 'develop', name: { en: 'Develop', 'zh-CN': '发展' } },
  { key: 'retain', name: { en: 'Retain', 'zh-CN': '保留' } },
  { key: 'win-back', name: { en: 'Win back', 'zh-CN': '恢复' } },
]

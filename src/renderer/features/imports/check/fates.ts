// What can become of a row, as a shape with a tone; the word stands beside it.
import { IconAlertTriangle, IconCopy, IconEqual, IconMinus, IconPencil, IconPlus, type TablerIcon } from '@tabler/icons-react'
import type { SignTone } from '#renderer/ui/Sign.tsx'
import type { RowFate } from '#shared/imports/plan.ts'

export const fateIcon: Readonly<Record<RowFate, TablerIcon>> = {
  new: IconPlus,
  update: IconPencil,
  unchanged: IconEqual,
  duplicate: IconCopy,
  refused: IconAlertTriangle,
  skipped: IconMinus,
}

export const fateTone: Readonly<Record<RowFate, SignTone>> = {
  new: 'good',
  update: 'accent',
  unchanged: 'quiet',
  duplicate: 'warn',
  refused: 'alert',
  skipped: 'quiet',
}

/** Rows that do not come in though the file has something to say in them. */
export const STAYING_OUT = ['refused', 'duplicate', 'skipped'] as const satisfies readonly RowFate[]

export type FateCounts = Readonly<Record<RowFate, number>>

export const comingIn = (counts: FateCounts): number => counts.new + counts.update

export const stayingOut = (counts: FateCounts): number => STAYING_OUT.reduce((sum, fate) => sum + counts[fate], 0)

/** The counts of several tables as those of one. */
export const addedUp = (all: readonly FateCounts[]): FateCounts =>
  all.reduce(
    (sum, counts) => ({
      new: sum.new + counts.new,
      update: sum.update + counts.update,
      unchanged: sum.unchanged + counts.unchanged,
      duplicate: sum.duplicate + counts.duplicate,
      refused: sum.refused + counts.refused,
      skipped: sum.skipped + counts.skipped,
    }),
    { new: 0, update: 0, unchanged: 0, duplicate: 0, refused: 0, skipped: 0 },
  )

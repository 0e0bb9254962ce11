// Figures of several currencies as lines, one a currency, always in the same order. Nothing of different currencies is added.
import type { Format } from '#renderer/i18n/format.ts'
import type { Translate } from '#renderer/i18n/translate.ts'
import type { PipelineFigures } from '#shared/reports/report.ts'

export interface Words {
  readonly t: Translate
  readonly format: Format
}

/** To the minor unit, so that the details add up to their total on paper. */
export const amountLines = (figures: readonly PipelineFigures[], { format }: Words): readonly string[] =>
  orDash(withAmount(figures).map(({ amountMinor, currency }) => format.money(amountMinor, currency)))

export const weightedLines = (figures: readonly PipelineFigures[], { format }: Words): readonly string[] =>
  orDash(withAmount(figures).map(({ weightedMinor, currency }) => format.money(weightedMinor, currency)))

export const countOf = (figures: readonly PipelineFigures[]): number => figures.reduce((sum, { deals }) => sum + deals, 0)

/** Deals without an amount make no line of zeros. */
const withAmount = (figures: readonly PipelineFigures[]): readonly PipelineFigures[] =>
  figures.filter(({ deals, withoutAmount }) => deals > withoutAmount)

const orDash = (lines: readonly string[]): readonly string[] => (lines.length === 0 ? ['–'] : lines)

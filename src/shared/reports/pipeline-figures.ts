// The figures of the pipeline report, from facts that the database has summed up. Money of two currencies is never added.
import { roundPercent } from '#shared/deals/pipeline.ts'
import type { DealStatus, Stage } from '#shared/deals/deal.ts'
import type { PipelineFigures, PipelineReport } from './report.ts'

/** Deals alike in everything the report tells apart, counted and summed. */
export interface PipelineFact {
  readonly stageId: string
  readonly ownerId: string | null
  readonly status: DealStatus
  readonly currency: string
  /** The month an open deal is expected to close (`2026-11`); null without a date, and for deals that are closed or overdue. */
  readonly month: string | null
  readonly isOverdue: boolean
  readonly deals: number
  readonly withoutAmount: number
  readonly amountMinor: number
}

interface Named {
  readonly id: string
  readonly name: string
}

type Sections = Pick<PipelineReport, 'currencies' | 'stages' | 'owners' | 'months' | 'totals'>

/**
 * The report's sections. Each weighted amount is the exact sum of amount × probability of its stages, rounded once, half up
 * (`weightedAmount`): the same as on the board. Overdue deals are one line of their own, before the months; those without a date come
 * last. `owners` are in the order to be printed, `homeCurrency` comes before the others.
 */
export const sectionsOf = (
  facts: readonly PipelineFact[],
  {
    stages,
    owners,
    homeCurrency,
  }: { readonly stages: readonly Stage[]; readonly owners: readonly Named[]; readonly homeCurrency: string },
): Sections => {
  const currencies = inOrder(new Set(facts.map((fact) => fact.currency)), homeCurrency)
  const probabilities = new Map(stages.map((stage) => [stage.id, stage.probability]))
  const figures = (some: readonly PipelineFact[]): PipelineFigures[] => figuresOf(some, currencies, probabilities)

  const open = facts.filter((fact) => fact.status === 'open')
  const won = facts.filter((fact) => fact.status === 'won')
  const lost = facts.filter((fact) => fact.status === 'lost')
  const [wonDeals, lostDeals] = [countOf(won), countOf(lost)]

  return {
    currencies,
    stages: stages.map(({ id, name, probability, outcome }) => ({
      stageId: id,
      name,
      probability,
      outcome,
      figures: figures(facts.filter((fact) => fact.stageId === id)),
    })),
    owners: ownersOf(facts, owners).map(({ ownerId, name }) => {
      const own = (some: readonly PipelineFact[]) => some.filter((fact) => fact.ownerId === ownerId)
      return {
        ownerId,
        name,
        open: figures(own(open)),
        won: figures(own(won)),
        wonDeals: countOf(own(won)),
        lostDeals: countOf(own(lost)),
      }
    }),
    months: monthsOf(open).map(({ month, isOverdue, some }) => ({ month, isOverdue, figures: figures(some) })),
    totals: {
      openDeals: countOf(open),
      wonDeals,
      lostDeals,
      winRate: wonDeals + lostDeals === 0 ? null : wonDeals / (wonDeals + lostDeals),
      won: figures(won),
      open: figures(open),
    },
  }
}

const inOrder = (currencies: ReadonlySet<string>, home: string): string[] =>
  [...currencies].toSorted((a, b) => Number(b === home) - Number(a === home) || (a < b ? -1 : 1))

/** Everyone who owns a deal, in the order given; behind them those who are not named, so that no deal is left out. */
const ownersOf = (facts: readonly PipelineFact[], named: readonly Named[]) => {
  const ids = new Set(facts.map((fact) => fact.ownerId))
  const known = named.filter(({ id }) => ids.delete(id))
  return [...known.map(({ id, name }) => ({ ownerId: id, name })), ...[...ids].map((id) => ({ ownerId: id, name: null }))]
}

const countOf = (facts: readonly PipelineFact[]): number => facts.reduce((sum, fact) => sum + fact.deals, 0)

const figuresOf = (
  facts: readonly PipelineFact[],
  currencies: readonly string[],
  probabilities: ReadonlyMap<string, number>,
): PipelineFigures[] =>
  currencies.flatMap((currency) => {
    const some = facts.filter((fact) => fact.currency === currency)
    if (some.length === 0) return []
    const hundredths = some.reduce(
      (sum, fact) => sum + BigInt(fact.amountMinor) * BigInt(probabilities.get(fact.stageId) ?? 0),
      0n,
    )
    return {
      currency,
      deals: countOf(some),
      withoutAmount: some.reduce((sum, fact) => sum + fact.withoutAmount, 0),
      amountMinor: some.reduce((sum, fact) => sum + fact.amountMinor, 0),
      weightedMinor: roundPercent(hundredths),
    }
  })

const monthsOf = (open: readonly PipelineFact[]) => {
  const overdue = open.filter((fact) => fact.isOverdue)
  const coming = open.filter((fact) => !fact.isOverdue)
  const months = [...new Set(coming.flatMap((fact) => fact.month ?? []))].toSorted()
  return [
    { month: null, isOverdue: true, some: overdue },
    ...months.map((month) => ({ month, isOverdue: false, some: coming.filter((fact) => fact.month === month) })),
    { month: null, isOverdue: false, some: coming.filter((fact) => fact.month === null) },
  ].filter(({ some }) => some.length > 0)
}

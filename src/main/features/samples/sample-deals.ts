// Sample deals: won and lost ones over the last twelve months, and open ones in every stage.
import type { Making, Sample, SampleContact, SampleDeal } from './making.ts'

const DEALS = 80
/** Of ten deals so many are won and so many lost; the rest are open. */
const WON_OF_TEN = 4
const LOST_OF_TEN = 2

interface Customers {
  readonly companies: readonly Sample<'companies'>[]
  readonly contacts: readonly SampleContact[]
}

export const sampleDeals = (making: Making, customers: Customers): SampleDeal[] =>
  Array.from({ length: DEALS }, (_, number) => {
    const place = number % 10
    const outcome = place < WON_OF_TEN ? 'won' : place < WON_OF_TEN + LOST_OF_TEN ? 'lost' : null
    const among = outcome === 'won' ? WON_OF_TEN : LOST_OF_TEN
    const nth = Math.floor(number / 10) * among + (place % WON_OF_TEN)
    return sampleDeal(making, customers, { number, outcome, share: nth / ((DEALS / 10) * among) })
  })

const sampleDeal = (
  { culture, times, stages, pipelineId, newId, between, one, owner }: Making,
  { companies, contacts }: Customers,
  { number, outcome, share }: { readonly number: number; readonly outcome: 'won' | 'lost' | null; readonly share: number },
): SampleDeal => {
  const company = one(companies)
  const contact = contacts.find(({ companyId }) => companyId === company.id)
  const product = one(culture.products)
  const fitting = stages.filter((stage) => stage.outcome === outcome)
  const stage = fitting[number % fitting.length] ?? stages[0]
  if (!stage) throw new Error('The pipeline has no stages.')

  // Closed deals are spread evenly over the year, open ones began lately.
  const closedDaysAgo = 1 + Math.round(share * 350)
  const openedDaysAgo = outcome === null ? between(3, 120) : closedDaysAgo + between(10, 90)
  const closes = outcome === null ? times.day(between(-75, 12)) : times.day(closedDaysAgo)
  return {
    id: newId(),
    title: culture.dealTitle(product.name, company.name).slice(0, 200),
    pipelineId,
    stageId: stage.id,
    status: stage.outcome ?? 'open',
    companyId: company.id,
    contactId: contact?.id ?? null,
    ownerId: owner(),
    amountMinor: Math.round((product.priceMinor * between(60, 240)) / 100 / 10_000) * 10_000,
    currency: culture.currency,
    product: product.name,
    openedOn: times.day(openedDaysAgo),
    expectedCloseOn: closes,
    closedOn: stage.outcome === null ? null : closes,
    lossReason: stage.outcome === 'lost' ? one(culture.lossReasons) : null,
    createdAt: times.moment(openedDaysAgo, between(0, 500)),
    openedDaysAgo,
  }
}

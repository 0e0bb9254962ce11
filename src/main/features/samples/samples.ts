// The sample records of one culture: the same each time, with days counted from `now`. Nothing is written here.
import type { Making, Samples, SampleSurroundings } from './making.ts'
import { sampleActivities } from './sample-activities.ts'
import { sampleCompanies, sampleContacts } from './sample-customers.ts'
import { sampleDepth } from './sample-depth.ts'
import { sampleDeals } from './sample-deals.ts'
import { sampleTickets } from './sample-tickets.ts'
import { createSampleTimes } from './sample-times.ts'

const SEED = 20_260_301

export const makeSamples = (surroundings: SampleSurroundings): Samples => {
  const { culture, now, ownerId } = surroundings
  const { faker } = culture
  faker.seed(SEED)
  const making: Making = {
    ...surroundings,
    times: createSampleTimes(now),
    between: (min, max) => faker.number.int({ min, max }),
    one: (values) => faker.helpers.arrayElement(values),
    owner: () => (faker.datatype.boolean(0.85) ? ownerId : null),
  }
  const companies = sampleCompanies(making)
  const contacts = sampleContacts(making, companies)
  const customers = { companies: companies.filter(({ kind }) => !kind), contacts }
  const deals = sampleDeals(making, customers)
  const { tickets, messages } = sampleTickets(making, customers)
  const activities = sampleActivities(making, { companies, contacts, deals })
  return { companies, contacts, deals, tickets, messages, activities, ...sampleDepth(making, { companies, contacts }) }
}

// Sample data in English: offices of several European countries, amounts in euros.
import { faker } from '@faker-js/faker/locale/en'
import type { Culture, Place } from './culture.ts'

/** Ranges that the regulators of Britain, Germany and France keep for film and fiction. */
const FICTION: Readonly<Record<string, string>> = {
  London: '+44 20 7946 0###',
  Manchester: '+44 161 496 0###',
  Berlin: '+49 30 23125 ###',
  Hamburg: '+49 40 66969 ###',
  Munich: '+49 89 99998 ###',
  Cologne: '+49 221 4710 ###',
  Paris: '+33 1 99 00 ## ##',
  Lyon: '+33 4 65 71 ## ##',
}

const TRADES: readonly { readonly industry: string; readonly words: readonly string[] }[] = [
  { industry: 'Machinery', words: ['Drives', 'Toolworks', 'Engineering'] },
  { industry: 'Food', words: ['Foods', 'Bakeries', 'Provisions'] },
  { industry: 'Software', words: ['Software', 'Systems', 'Analytics'] },
  { industry: 'Logistics', words: ['Logistics', 'Freight', 'Cargo'] },
  { industry: 'Health', words: ['Medical', 'Diagnostics', 'Care'] },
  { industry: 'Construction', words: ['Construction', 'Timber', 'Roofing'] },
  { industry: 'Retail', words: ['Stores', 'Outfitters', 'Trading'] },
  { industry: 'Energy', words: ['Energy', 'Solar', 'Heating'] },
]
const FIRST_WORDS =
  'Alder Amber Birch Blackthorn Bluewater Bramble Cedar Cobalt Copper Eastgate Elm Fairwind Fern Foxglove Granite Greenhill Hazel Heron Highfield Ivory Juniper Kestrel Larch Linden Lowland Maple Meadow Millstone Northlight Oakwell Osprey Pinewood Quarry Redbrick Ridgeway Riverside Rowan Saltmarsh Sandpiper Silverleaf Sparrow Stonebridge Sycamore Thistle Tidewater Umber Valebrook Westbourne Whitecliff Willow Woodlark Yarrow'.split(
    ' ',
  )

export const englishCulture: Culture = {
  faker,
  currency: 'EUR',
  places: [
    { city: 'London', country: 'United Kingdom' },
    { city: 'Manchester', country: 'United Kingdom' },
    { city: 'Berlin', country: 'Germany' },
    { city: 'Hamburg', country: 'Germany' },
    { city: 'Munich', country: 'Germany' },
    { city: 'Cologne', country: 'Germany' },
    { city: 'Paris', country: 'France' },
    { city: 'Lyon', country: 'France' },
  ],
  company: ({ country }, number) => {
    const { industry, words } = TRADES[number % TRADES.length] ?? { industry: 'Trade', words: ['Trading'] }
    const first = FIRST_WORDS[number % FIRST_WORDS.length] ?? 'Alder'
    const form = country === 'United Kingdom' ? 'Ltd' : country === 'Germany' ? 'GmbH' : 'SARL'
    const second = words[Math.floor(number / FIRST_WORDS.length + number) % words.length] ?? 'Trading'
    return { name: `${first} ${second} ${form}`, industry, domain: `${first}-${second}.example`.toLowerCase() }
  },
  person: () => {
    const given = faker.person.firstName()
    const family = faker.person.lastName()
    const mailbox = `${given}.${family}`.normalize('NFKD').replace(/[^A-Za-z.]/gu, '')
    return { name: `${given} ${family}`, mailbox: mailbox.toLowerCase() }
  },
  phone: ({ city }: Place) => faker.helpers.replaceSymbols(FICTION[city] ?? '+44 20 7946 0###'),
  address: () => `${faker.location.street()} ${faker.number.int({ min: 1, max: 180 })}`,
  roles: [
    'Managing director',
    'Head of purchasing',
    'Buyer',
    'Head of IT',
    'Office manager',
    'Plant manager',
    'Finance director',
  ],
  products: [
    { name: 'Service contract', priceMinor: 480_000 },
    { name: 'Spare parts kit', priceMinor: 125_000 },
    { name: 'Training for the team', priceMinor: 290_000 },
    { name: 'Inspection and report', priceMinor: 175_000 },
    { name: 'Control unit', priceMinor: 1_450_000 },
    { name: 'Complete line', priceMinor: 6_800_000 },
  ],
  dealTitle: (product, company) => `${product} for ${company}`,
  lossReasons: ['Price too high', 'Went with another supplier', 'Project put off to next year', 'No budget left'],
  notes: [
    'Prefers to be called before ten in the morning.',
    'Purchasing moves to the new building in spring; the address will change.',
    'Their fiscal year ends in June. Offers should arrive by April.',
    'Asked for references from the same trade.',
    'Two people decide here: purchasing and the plant manager.',
  ],
  calls: [
    'Asked about delivery times',
    'Went through the offer',
    'Called back about the invoice',
    'Short call: wants a second option',
  ],
  meetings: ['Visit on site', 'Presentation to the management', 'Quarterly review', 'Coffee at the trade fair'],
  emails: ['Sent the offer', 'Sent references', 'Confirmed the appointment', 'Answered questions about the contract'],
  tasks: [
    'Call back',
    'Send the revised offer',
    'Prepare the visit',
    'Ask about the decision',
    'Check the delivery date',
    'Send the contract',
  ],
  sources: ['Trade fair', 'Recommendation', 'Website', 'Cold call', 'Existing customer'],
  tags: [
    { name: 'Key account', colour: 'violet' },
    { name: 'Framework agreement', colour: 'blue' },
    { name: 'Reference', colour: 'green' },
    { name: 'Slow payer', colour: 'orange' },
  ],
  plans: [
    {
      ...{ kind: 'meeting', title: 'Presentation of the new line', ahead: 0 },
      ...{ dueTime: '14:00', durationMinutes: 60, location: 'Meeting room 2' },
    },
    { kind: 'call', title: 'Talk through the open questions', ahead: 1, dueTime: '10:00', durationMinutes: 30, location: null },
    { kind: 'meeting', title: 'Visit on site', ahead: 2, dueTime: '09:30', durationMinutes: 120, location: 'At the customer’s' },
    { kind: 'meeting', title: 'Negotiation of the contract', ahead: 3, dueTime: '15:00', durationMinutes: 90, location: null },
    { kind: 'call', title: 'Ask how the start went', ahead: 4, dueTime: '11:00', durationMinutes: 15, location: null },
  ],
  weekly: 'Go through the open offers',
  pinned: 'All prices through the framework agreement. Discounts only after a word with the managing director.',
  messenger: 'whatsapp',
  tickets: [
    {
      subject: 'Control unit shows error 14',
      request: 'Since this morning the display shows error 14 and the line stands still. What can we do?',
      reply: 'Please switch the main breaker off for one minute. If the error returns, we come by today.',
      note: 'Same fault as in March. Bring the spare board.',
    },
    {
      subject: 'Invoice with the wrong address',
      request: 'The last invoice still has our old address. We need a corrected one to pay it.',
      reply: 'Here is the corrected invoice. The address is changed for all that follow.',
      note: 'Address corrected in the records.',
    },
    {
      subject: 'Delivery is incomplete',
      request: 'Two of the eight boxes are missing. The delivery note lists all eight.',
      reply: 'The two boxes are on their way and will arrive on Thursday.',
      note: 'The carrier left them in the depot.',
    },
    {
      subject: 'Question about the training dates',
      request: 'Could the training take place a week later? Half the team is on leave.',
      reply: 'That works. The new date is confirmed in the calendar.',
      note: 'Trainer informed.',
    },
    {
      subject: 'Password for the portal',
      request: 'Our new colleague cannot sign in to the portal.',
      reply: 'We sent a new invitation to her address. It is valid for two days.',
      note: 'The first invitation went to a mistyped address.',
    },
  ],
}

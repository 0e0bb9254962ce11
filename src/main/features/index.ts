// The registry of the engine's features: a procedure of the contract without a handler does not compile. A new feature adds its lines.
import type { Handlers } from '#main/rpc/handlers.ts'
import { activitiesHandlers } from './activities/activities.handlers.ts'
import { attachmentsHandlers } from './attachments/attachments.handlers.ts'
import { companiesHandlers } from './customers/companies.handlers.ts'
import { contactsHandlers } from './customers/contacts.handlers.ts'
import { dealsHandlers } from './deals/deals.handlers.ts'
import { draftsHandlers } from './drafts/drafts.handlers.ts'
import { historyHandlers } from './history/history.handlers.ts'
import { importsHandlers } from './imports/imports.handlers.ts'
import { reportsHandlers } from './reports/reports.handlers.ts'
import { samplesHandlers } from './samples/samples.handlers.ts'
import { searchHandlers } from './search/search.handlers.ts'
import { settingsHandlers } from './settings/settings.handlers.ts'
import { ticketsHandlers } from './tickets/tickets.handlers.ts'
import { usersHandlers } from './users/users.handlers.ts'

export const handlers = {
  settings: settingsHandlers,
  users: usersHandlers,
  companies: companiesHandlers,
  contacts: contactsHandlers,
  activities: activitiesHandlers,
  attachments: attachmentsHandlers,
  deals: dealsHandlers,
  drafts: draftsHandlers,
  tickets: ticketsHandlers,
  samples: samplesHandlers,
  search: searchHandlers,
  history: historyHandlers,
  imports: importsHandlers,
  reports: reportsHandlers,
} satisfies Handlers

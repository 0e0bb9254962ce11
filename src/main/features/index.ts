// The registry of the engine's features: a procedure of the contract without a handler does not compile. A new feature adds its lines.
import type { Handlers } from '#main/rpc/handlers.ts'
import { activitiesHandlers } from './activities/activities.handlers.ts'
import { activityTemplatesHandlers } from './activities/activity-templates.handlers.ts'
import { calendarFilesHandlers } from './activities/calendar-files.handlers.ts'
import { remindersHandlers } from './activities/reminders.handlers.ts'
import { attachmentsHandlers } from './attachments/attachments.handlers.ts'
import { favouritesHandlers, recentsHandlers } from './bookmarks/bookmarks.handlers.ts'
import { customFieldsHandlers } from './custom-fields/custom-fields.handlers.ts'
import { fieldRulesHandlers } from './custom-fields/field-rules.handlers.ts'
import { layoutsHandlers, recordTypesHandlers } from './custom-fields/layouts.handlers.ts'
import { dropsHandlers } from './attachments/drops.handlers.ts'
import { companiesHandlers } from './customers/companies.handlers.ts'
import { contactPointsHandlers } from './customers/contact-points.handlers.ts'
import { contactsHandlers } from './customers/contacts.handlers.ts'
import { customersHandlers } from './customers/propose.handlers.ts'
import { lifecycleHandlers } from './customers/lifecycle.handlers.ts'
import { lifecycleStagesHandlers } from './customers/lifecycle-stages.handlers.ts'
import { poolHandlers } from './customers/pool.handlers.ts'
import { relationsHandlers } from './customers/relations.handlers.ts'
import { devicesHandlers } from './devices/devices.handlers.ts'
import { dealsHandlers } from './deals/deals.handlers.ts'
import { draftsHandlers } from './drafts/drafts.handlers.ts'
import { exportsHandlers } from './exports/exports.handlers.ts'
import { duplicatesHandlers } from './duplicates/duplicates.handlers.ts'
import { historyHandlers } from './history/history.handlers.ts'
import { homeHandlers } from './home/home.handlers.ts'
import { importsHandlers } from './imports/imports.handlers.ts'
import { listsHandlers } from './lists/lists.handlers.ts'
import { viewsHandlers } from './lists/views.handlers.ts'
import { orderLinesHandlers } from './orders/order-lines.handlers.ts'
import { ordersHandlers } from './orders/orders.handlers.ts'
import { productsHandlers } from './orders/products.handlers.ts'
import { conflictsHandlers } from './conflicts/conflicts.handlers.ts'
import { mergesHandlers } from './merges/merges.handlers.ts'
import { reportsHandlers } from './reports/reports.handlers.ts'
import { samplesHandlers } from './samples/samples.handlers.ts'
import { searchHandlers } from './search/search.handlers.ts'
import { settingsHandlers } from './settings/settings.handlers.ts'
import { tagsHandlers } from './tags/tags.handlers.ts'
import { ticketsHandlers } from './tickets/tickets.handlers.ts'
import { timelineHandlers } from './timeline/timeline.handlers.ts'
import { usersHandlers } from './users/users.handlers.ts'
import { watchedFoldersHandlers } from './watched-folders/watched-folders.handlers.ts'
import { workingTimeHandlers } from './working-time/working-time.handlers.ts'

export const handlers = {
  settings: settingsHandlers,
  users: usersHandlers,
  companies: companiesHandlers,
  contacts: contactsHandlers,
  contactPoints: contactPointsHandlers,
  customers: customersHandlers,
  relations: relationsHandlers,
  lifecycleStages: lifecycleStagesHandlers,
  lifecycle: lifecycleHandlers,
  pool: poolHandlers,
  tags: tagsHandlers,
  favourites: favouritesHandlers,
  recents: recentsHandlers,
  activities: activitiesHandlers,
  timeline: timelineHandlers,
  activityTemplates: activityTemplatesHandlers,
  reminders: remindersHandlers,
  workingTime: workingTimeHandlers,
  calendarFiles: calendarFilesHandlers,
  customFields: customFieldsHandlers,
  recordTypes: recordTypesHandlers,
  layouts: layoutsHandlers,
  fieldRules: fieldRulesHandlers,
  attachments: attachmentsHandlers,
  drops: dropsHandlers,
  deals: dealsHandlers,
  drafts: draftsHandlers,
  tickets: ticketsHandlers,
  products: productsHandlers,
  orders: ordersHandlers,
  orderLines: orderLinesHandlers,
  samples: samplesHandlers,
  lists: listsHandlers,
  views: viewsHandlers,
  search: searchHandlers,
  history: historyHandlers,
  home: homeHandlers,
  imports: importsHandlers,
  exports: exportsHandlers,
  merges: mergesHandlers,
  conflicts: conflictsHandlers,
  reports: reportsHandlers,
  watchedFolders: watchedFoldersHandlers,
  devices: devicesHandlers,
  duplicates: duplicatesHandlers,
} satisfies Handlers

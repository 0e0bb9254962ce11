// Everything that can be asked of the engine, in one place. A new feature adds one line.
import { activitiesContract } from './activities/activities.contract.ts'
import { activityTemplatesContract } from './activities/activity-templates.contract.ts'
import { calendarFilesContract } from './activities/calendar-files.contract.ts'
import { remindersContract } from './activities/reminders.contract.ts'
import { arrivalsContract } from './attachments/arrivals.contract.ts'
import { attachmentsContract } from './attachments/attachments.contract.ts'
import { dropsContract } from './attachments/drops.contract.ts'
import type { Contract } from './base/procedure.ts'
import { devicesContract } from './devices/devices.contract.ts'
import { duplicatesContract } from './duplicates/duplicates.contract.ts'
import { workingTimeContract } from './calendar/working-time.contract.ts'
import { favouritesContract, recentsContract } from './bookmarks/bookmarks.contract.ts'
import {
  customFieldsContract,
  fieldRulesContract,
  layoutsContract,
  recordTypesContract,
} from './custom-fields/custom-fields.contract.ts'
import { companiesContract, contactsContract } from './customers/customers.contract.ts'
import {
  contactPointsContract,
  customersContract,
  lifecycleContract,
  lifecycleStagesContract,
  poolContract,
  relationsContract,
} from './customers/depth.contract.ts'
import { dealsContract } from './deals/deals.contract.ts'
import { draftsContract } from './drafts/drafts.contract.ts'
import { exportsContract } from './exports/exports.contract.ts'
import { historyContract } from './history/history.contract.ts'
import { homeContract } from './home/home.contract.ts'
import { importsContract } from './imports/imports.contract.ts'
import { listsContract, viewsContract } from './lists/lists.contract.ts'
import { orderLinesContract, ordersContract, productsContract } from './orders/orders.contract.ts'
import { conflictsContract } from './conflicts/conflicts.contract.ts'
import { mergesContract } from './merges/merges.contract.ts'
import { reportsContract } from './reports/reports.contract.ts'
import { samplesContract } from './samples/samples.contract.ts'
import { searchContract } from './search/search.contract.ts'
import { settingsContract } from './settings/settings.contract.ts'
import { tagsContract } from './tags/tags.contract.ts'
import { ticketsContract } from './tickets/tickets.contract.ts'
import { timelineContract } from './timeline/timeline.contract.ts'
import { usersContract } from './users/users.contract.ts'
import { presenceContract } from './sync/presence.contract.ts'
import { networkContract } from './sync/network.contract.ts'
import { watchedFoldersContract } from './watched-folders/watched-folders.contract.ts'
import { workspaceContract } from './workspace/workspace.contract.ts'

export const contract = {
  workspace: workspaceContract,
  settings: settingsContract,
  users: usersContract,
  companies: companiesContract,
  contacts: contactsContract,
  contactPoints: contactPointsContract,
  customers: customersContract,
  relations: relationsContract,
  lifecycleStages: lifecycleStagesContract,
  lifecycle: lifecycleContract,
  pool: poolContract,
  tags: tagsContract,
  favourites: favouritesContract,
  recents: recentsContract,
  activities: activitiesContract,
  timeline: timelineContract,
  activityTemplates: activityTemplatesContract,
  reminders: remindersContract,
  workingTime: workingTimeContract,
  calendarFiles: calendarFilesContract,
  customFields: customFieldsContract,
  recordTypes: recordTypesContract,
  layouts: layoutsContract,
  fieldRules: fieldRulesContract,
  attachments: attachmentsContract,
  drops: dropsContract,
  deals: dealsContract,
  drafts: draftsContract,
  tickets: ticketsContract,
  products: productsContract,
  orders: ordersContract,
  orderLines: orderLinesContract,
  lists: listsContract,
  views: viewsContract,
  search: searchContract,
  history: historyContract,
  home: homeContract,
  imports: importsContract,
  exports: exportsContract,
  merges: mergesContract,
  conflicts: conflictsContract,
  reports: reportsContract,
  samples: samplesContract,
  watchedFolders: watchedFoldersContract,
  devices: devicesContract,
  network: networkContract,
  presence: presenceContract,
  arrivals: arrivalsContract,
  duplicates: duplicatesContract,
} satisfies Contract

// Every sentence of the app, in every language: the catalogues of the features put together. A new catalogue adds one line.
import { appMessages } from './app/app.messages.ts'
import { baseMessages } from './base/base.messages.ts'
import { fieldMessages } from './base/field.messages.ts'
import { entryMessages } from './workspace/entry.messages.ts'
import { joiningMessages } from './workspace/joining.messages.ts'
import { baseErrors } from './base/base.errors.ts'
import { diskMessages } from './base/disk.messages.ts'
import { activitiesErrors } from './activities/activities.errors.ts'
import { attachmentsErrors } from './attachments/attachments.errors.ts'
import { arrivalsMessages } from './attachments/arrivals.messages.ts'
import { attachmentsMessages } from './attachments/attachments.messages.ts'
import { customFieldsErrors } from './custom-fields/custom-fields.errors.ts'
import { customFieldsMessages } from './custom-fields/custom-fields.messages.ts'
import { dropsMessages } from './attachments/drops.messages.ts'
import { customFieldsDid } from './custom-fields/custom-fields.did.messages.ts'
import { fieldRulesMessages } from './custom-fields/field-rules.messages.ts'
import { customersErrors } from './customers/customers.errors.ts'
import { dealsErrors } from './deals/deals.errors.ts'
import { exportedMessages } from './exports/exported.messages.ts'
import { exportsMessages } from './exports/exports.messages.ts'
import { exportsScreenMessages } from './exports/exports.screen.messages.ts'
import { historyErrors } from './history/history.errors.ts'
import { importCommandMessages } from './imports/command.messages.ts'
import { importsMessages } from './imports/imports.messages.ts'
import { samplesMessages } from './samples/samples.messages.ts'
import { settingsErrors } from './settings/settings.errors.ts'
import { ordersErrors } from './orders/orders.errors.ts'
import { ordersMessages } from './orders/orders.messages.ts'
import { ticketsErrors } from './tickets/tickets.errors.ts'
import { shellMessages } from './shell/shell.messages.ts'
import { duplicatesMessages } from './duplicates/duplicates.messages.ts'
import { devicesMessages } from './devices/devices.messages.ts'
import { hubMessages } from './sync/hub.messages.ts'
import { networkMessages } from './sync/network.messages.ts'
import { networkStateMessages } from './sync/network-state.messages.ts'
import { networkPageMessages } from './sync/network-page.messages.ts'
import { pairingSignsMessages } from './sync/pairing-signs.messages.ts'
import { watchedFoldersMessages } from './watched-folders/watched-folders.messages.ts'
import { presenceMessages } from './sync/presence.messages.ts'
import { syncNetworkMessages } from './sync/sync.network.messages.ts'
import { workspaceMessages } from './workspace/workspace.messages.ts'
import { lifecycleMessages } from './customers/lifecycle.messages.ts'
import { poolMessages } from './customers/pool.messages.ts'
import { tagsMessages } from './tags/tags.messages.ts'
import { customersMessages } from './customers/customers.messages.ts'
import { activitiesMessages } from './activities/activities.messages.ts'
import { helpMessages } from './help/help.messages.ts'
import { historyDid } from './history/history.did.messages.ts'
import { goBackMessages } from './history/go-back.messages.ts'
import { historyMessages } from './history/history.messages.ts'
import { settingsMessages } from './settings/settings.messages.ts'
import { sortableMessages } from './base/sortable.messages.ts'
import { conflictsErrors } from './conflicts/conflicts.errors.ts'
import { conflictsMessages } from './conflicts/conflicts.messages.ts'
import { conflictsNamesMessages } from './conflicts/conflicts.names.messages.ts'
import { conflictsWritingMessages } from './conflicts/conflicts.writing.messages.ts'
import { mergesErrors } from './merges/merges.errors.ts'
import { mergesMessages } from './merges/merges.messages.ts'
import { boardMessages } from './base/board.messages.ts'
import { gridMessages } from './base/grid.messages.ts'
import { filterMessages } from './lists/filter.messages.ts'
import { listScreenMessages } from './lists/list-screen.messages.ts'
import { listWorkMessages } from './lists/list-work.messages.ts'
import { draftsMessages } from './drafts/drafts.messages.ts'
import { dealsMessages } from './deals/deals.messages.ts'
import { ticketsMessages } from './tickets/tickets.messages.ts'
import { recordMessages } from './customers/record.messages.ts'
import { relationsMessages } from './customers/relations.messages.ts'
import { timelineMessages } from './timeline/timeline.messages.ts'
import { recordsMessages } from './records/records.messages.ts'
import { reportsMessages } from './reports/reports.messages.ts'
import { importsCheckMessages } from './imports/imports.check.messages.ts'
import { importsColumnsMessages } from './imports/imports.columns.messages.ts'
import { importsFieldMessages } from './imports/imports.fields.messages.ts'
import { importsPastMessages } from './imports/imports.past.messages.ts'
import { importsSourcesMessages } from './imports/imports.sources.messages.ts'
import { importsScreenMessages } from './imports/imports.screen.messages.ts'
import { tablesMessages } from './imports/tables.messages.ts'
import { calendarMessages } from './calendar/calendar.messages.ts'
import { calendarScreenMessages } from './calendar/calendar.screen.messages.ts'
import { planMessages } from './activities/plan.messages.ts'
import { remindersMessages } from './activities/reminders.messages.ts'
import { workingTimeMessages } from './calendar/working-time.messages.ts'
import { quickAddMessages } from './activities/quick-add.messages.ts'
import { homeMessages } from './home/home.messages.ts'
import { tasksMessages } from './activities/tasks.messages.ts'
import { planningHistoryMessages } from './activities/planning.history.messages.ts'
import { syncMessages } from './sync/sync.messages.ts'
import { usersErrors } from './users/users.errors.ts'
import { listsMessages } from './lists/lists.messages.ts'
import type { Catalogue, Language } from './base/messages.ts'

export const catalogues = [
  baseMessages,
  appMessages,
  fieldMessages,
  entryMessages,
  joiningMessages,
  baseErrors,
  diskMessages,
  activitiesErrors,
  attachmentsErrors,
  arrivalsMessages,
  attachmentsMessages,
  dropsMessages,
  customersErrors,
  customFieldsDid,
  fieldRulesMessages,
  customFieldsErrors,
  customFieldsMessages,
  dealsErrors,
  exportedMessages,
  exportsMessages,
  exportsScreenMessages,
  historyErrors,
  importsMessages,
  samplesMessages,
  watchedFoldersMessages,
  devicesMessages,
  hubMessages,
  networkMessages,
  presenceMessages,
  networkStateMessages,
  networkPageMessages,
  pairingSignsMessages,
  syncNetworkMessages,
  duplicatesMessages,
  importCommandMessages,
  settingsErrors,
  ticketsErrors,
  ordersErrors,
  ordersMessages,
  usersErrors,
  calendarMessages,
  conflictsErrors,
  conflictsMessages,
  conflictsNamesMessages,
  conflictsWritingMessages,
  mergesErrors,
  mergesMessages,
  boardMessages,
  sortableMessages,
  gridMessages,
  filterMessages,
  listScreenMessages,
  listWorkMessages,
  dealsMessages,
  draftsMessages,
  ticketsMessages,
  recordMessages,
  relationsMessages,
  recordsMessages,
  timelineMessages,
  reportsMessages,
  importsFieldMessages,
  importsScreenMessages,
  importsColumnsMessages,
  importsCheckMessages,
  importsPastMessages,
  importsSourcesMessages,
  tablesMessages,
  settingsMessages,
  helpMessages,
  historyDid,
  historyMessages,
  goBackMessages,
  activitiesMessages,
  customersMessages,
  lifecycleMessages,
  poolMessages,
  tagsMessages,
  workspaceMessages,
  shellMessages,
  calendarScreenMessages,
  planMessages,
  planningHistoryMessages,
  tasksMessages,
  homeMessages,
  quickAddMessages,
  remindersMessages,
  workingTimeMessages,
  listsMessages,
  syncMessages,
] as const

type KeyOf<C> = C extends Catalogue<infer Key> ? Key : never

/** A key that exists. Keys that arrive as data (from an AppError) are checked with `isMessageKey`. */
export type MessageKey = KeyOf<(typeof catalogues)[number]>

const merge = (language: Language): ReadonlyMap<string, string> =>
  new Map(catalogues.flatMap((catalogue) => Object.entries(catalogue[language])))

export const messages: Readonly<Record<Language, ReadonlyMap<string, string>>> = { en: merge('en'), 'zh-CN': merge('zh-CN') }

export const isMessageKey = (key: string): key is MessageKey => messages.en.has(key)

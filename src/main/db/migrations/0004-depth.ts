// Customers in depth: more about each record, what stands around it, fields of the office's own, views, files, and what only this machine
// remembers.
import { type Kysely, sql } from 'kysely'

const HEAD = `
  no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  ver INTEGER NOT NULL,
  cells TEXT,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL,
  archivedAt TEXT,
  archivedReason TEXT,
  isSample INTEGER NOT NULL`

const CUSTOM = ['custom TEXT', 'customKeys TEXT'] as const

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  companies: [
    ...[
      'kind',
      'lifecycleStageId',
      'lifecycleSince',
      'source',
      'creditCode',
      'phoneType',
      'emailType',
      'addressType',
      'postcode',
    ],
    ...['pooledAt', 'recordTypeId'],
  ].map((name) => `${name} TEXT`),
  contacts: [
    ...[
      'lifecycleStageId',
      'lifecycleSince',
      'source',
      'birthday',
      'phoneType',
      'emailType',
      'addressType',
      'postcode',
      'pooledAt',
    ],
    ...['recordTypeId', 'salutation'],
  ].map((name) => `${name} TEXT`),
  deals: ['recordTypeId TEXT', 'source TEXT', 'sortTitle TEXT'],
  tickets: ['recordTypeId TEXT', 'sortSubject TEXT'],
  activities: [
    ...['pinnedAt', 'priority', 'recurrence', 'seriesId', 'occurrenceOn', 'exDays', 'endsOn', 'outcome', 'direction', 'location'],
    ...['icsUid', 'messageId', 'sortTitle'],
  ]
    .map((name) => `${name} TEXT`)
    .concat('reminderMinutes INTEGER'),
}

const ON_RECORD = 'recordType TEXT NOT NULL, recordId TEXT NOT NULL'

const TABLES: Readonly<Record<string, string>> = {
  contactPoints: `${ON_RECORD}, kind TEXT NOT NULL, type TEXT, value TEXT NOT NULL, city TEXT, country TEXT, postcode TEXT, note TEXT,
    position TEXT NOT NULL`,
  relations: 'fromId TEXT NOT NULL, toId TEXT NOT NULL, kind TEXT NOT NULL, note TEXT',
  lifecycleStages: 'name TEXT NOT NULL, position TEXT NOT NULL',
  lifecycleMoves: `${ON_RECORD}, fromStageId TEXT, toStageId TEXT, onDay TEXT NOT NULL, note TEXT, byId TEXT`,
  tags: 'name TEXT NOT NULL, colour TEXT NOT NULL, sortName TEXT NOT NULL',
  recordTags: `tagId TEXT NOT NULL, ${ON_RECORD}`,
  favourites: `userId TEXT NOT NULL, ${ON_RECORD}, position TEXT NOT NULL`,
  customFields: `entity TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, key TEXT NOT NULL, config TEXT NOT NULL,
    position TEXT NOT NULL, isRequired INTEGER NOT NULL`,
  fieldChoices: 'fieldId TEXT NOT NULL, name TEXT NOT NULL, colour TEXT, position TEXT NOT NULL',
  recordTypes: 'entity TEXT NOT NULL, name TEXT NOT NULL, position TEXT NOT NULL',
  layouts: 'entity TEXT NOT NULL, recordTypeId TEXT, config TEXT NOT NULL',
  fieldRules: 'entity TEXT NOT NULL, name TEXT NOT NULL, config TEXT NOT NULL, position TEXT NOT NULL',
  views: `entity TEXT NOT NULL, name TEXT NOT NULL, ownerId TEXT, isShared INTEGER NOT NULL, config TEXT NOT NULL,
    position TEXT NOT NULL`,
  attachments: `${ON_RECORD}, activityId TEXT, name TEXT NOT NULL, hash TEXT NOT NULL, size INTEGER NOT NULL, mimeType TEXT NOT NULL,
    source TEXT`,
  activityLinks: `activityId TEXT NOT NULL, ${ON_RECORD}`,
  activityTemplates: 'name TEXT NOT NULL, steps TEXT NOT NULL',
  calendarDays: 'day TEXT NOT NULL, kind TEXT NOT NULL, name TEXT, intervals TEXT',
}

const LIVE = 'WHERE archivedAt IS NULL'

const INDEXES: readonly string[] = [
  `contactPointsByRecord ON contactPoints (recordId)`,
  `relationsFrom ON relations (fromId) ${LIVE}`,
  `relationsTo ON relations (toId) ${LIVE}`,
  `lifecycleMovesByRecord ON lifecycleMoves (recordId, onDay, id) ${LIVE}`,
  `companiesByLifecycle ON companies (lifecycleStageId, sortName, id) ${LIVE}`,
  `contactsByLifecycle ON contacts (lifecycleStageId, sortName, id) ${LIVE}`,
  `companiesPooled ON companies (pooledAt, id) WHERE pooledAt IS NOT NULL AND archivedAt IS NULL`,
  `contactsPooled ON contacts (pooledAt, id) WHERE pooledAt IS NOT NULL AND archivedAt IS NULL`,
  `companiesByParent ON companies (parentId) WHERE parentId IS NOT NULL`,
  `recordTagsByRecord ON recordTags (recordId) ${LIVE}`,
  `recordTagsByTag ON recordTags (tagId, recordId) ${LIVE}`,
  `favouritesByUser ON favourites (userId, position) ${LIVE}`,
  `favouritesByRecord ON favourites (recordId, userId)`,
  `fieldChoicesByField ON fieldChoices (fieldId, position)`,
  `attachmentsByRecord ON attachments (recordId, createdAt, id) ${LIVE}`,
  `attachmentsByActivity ON attachments (activityId) WHERE activityId IS NOT NULL`,
  `attachmentsByHash ON attachments (hash)`,
  `activityLinksByRecord ON activityLinks (recordId, activityId) ${LIVE}`,
  `activityLinksByActivity ON activityLinks (activityId) ${LIVE}`,
  `activitiesPlanned ON activities (dueOn, id) WHERE dueOn IS NOT NULL AND archivedAt IS NULL`,
  `activitiesByOwnerDue ON activities (ownerId, dueOn, id) WHERE dueOn IS NOT NULL AND doneAt IS NULL AND archivedAt IS NULL`,
  `activitiesRecurring ON activities (id) WHERE recurrence IS NOT NULL AND archivedAt IS NULL`,
  `activitiesOfSeries ON activities (seriesId, occurrenceOn) WHERE seriesId IS NOT NULL`,
  `activitiesByMessage ON activities (messageId) WHERE messageId IS NOT NULL`,
  `activitiesByIcs ON activities (icsUid) WHERE icsUid IS NOT NULL`,
  `activitiesPinned ON activities (recordId, pinnedAt) WHERE pinnedAt IS NOT NULL AND archivedAt IS NULL`,
  `calendarDaysByDay ON calendarDays (day) ${LIVE}`,
  `companiesByEmployees ON companies (employees, id) ${LIVE}`,
  `companiesByRevenue ON companies (annualRevenueMinor, id) ${LIVE}`,
  `dealsByTitle ON deals (sortTitle, id) ${LIVE}`,
  `ticketsBySubject ON tickets (sortSubject, id) ${LIVE}`,
  `dealsByAmount ON deals (amountMinor, id) ${LIVE}`,
  `dealsByExpectedClose ON deals (expectedCloseOn, id) ${LIVE}`,
  `dealsByUpdate ON deals (updatedAt, id) ${LIVE}`,
  `dealsByCreation ON deals (createdAt, id) ${LIVE}`,
  `dealsByOwner ON deals (ownerId, expectedCloseOn, id) ${LIVE}`,
  `ticketsByAssignee ON tickets (assigneeId, priorityRank, id) ${LIVE}`,
  `activitiesLast ON activities (recordId, happenedAt) WHERE kind <> 'task' AND archivedAt IS NULL`,
  `activitiesNext ON activities (recordId, dueOn) WHERE kind = 'task' AND doneAt IS NULL AND archivedAt IS NULL`,
  `companiesByEmail ON companies (lower(email)) WHERE email IS NOT NULL`,
  `contactsByEmail ON contacts (lower(email)) WHERE email IS NOT NULL`,
  `contactPointsByEmail ON contactPoints (lower(value)) WHERE kind = 'email'`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of [...columns, ...(table === 'activities' ? [] : CUSTOM)]) {
      await sql.raw(`ALTER TABLE ${table} ADD COLUMN ${column}`).execute(db)
    }
  }
  for (const [name, columns] of Object.entries(TABLES)) {
    await sql.raw(`CREATE TABLE ${name} (${HEAD}, ${columns}) STRICT`).execute(db)
  }
  for (const index of INDEXES) await sql.raw(`CREATE INDEX ${index}`).execute(db)
  await sql`CREATE TABLE local_state (
    userId TEXT NOT NULL,
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (userId, scope, key)
  ) STRICT, WITHOUT ROWID`.execute(db)
}

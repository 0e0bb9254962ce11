// The records of the first version. Each table carries its row's number in this file, its id, and its clock (ver, cells).
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

const TABLES: Readonly<Record<string, string>> = {
  users: 'name TEXT NOT NULL, canSignIn INTEGER NOT NULL, sortName TEXT NOT NULL',
  settings: 'key TEXT NOT NULL, value TEXT NOT NULL',
  companies: `name TEXT NOT NULL, phone TEXT, email TEXT, website TEXT, industry TEXT, address TEXT, city TEXT, country TEXT,
    employees INTEGER, annualRevenueMinor INTEGER, revenueCurrency TEXT, foundedYear INTEGER, parentId TEXT, ownerId TEXT,
    description TEXT, externalId TEXT, sortName TEXT NOT NULL, sortCity TEXT NOT NULL, sortIndustry TEXT NOT NULL`,
  contacts: `name TEXT NOT NULL, phone TEXT, email TEXT, address TEXT, city TEXT, country TEXT, ownerId TEXT, description TEXT,
    externalId TEXT, sortName TEXT NOT NULL, sortCity TEXT NOT NULL`,
  companyContacts: 'companyId TEXT NOT NULL, contactId TEXT NOT NULL, role TEXT, isPrimary INTEGER NOT NULL',
  activities: `kind TEXT NOT NULL, recordType TEXT NOT NULL, recordId TEXT NOT NULL, title TEXT, text TEXT, happenedAt TEXT NOT NULL,
    durationMinutes INTEGER, dueOn TEXT, dueTime TEXT, doneAt TEXT, ownerId TEXT`,
  pipelines: 'name TEXT NOT NULL, position TEXT NOT NULL',
  stages: 'pipelineId TEXT NOT NULL, name TEXT NOT NULL, position TEXT NOT NULL, probability INTEGER NOT NULL, outcome TEXT',
  deals: `title TEXT NOT NULL, pipelineId TEXT NOT NULL, companyId TEXT, contactId TEXT, ownerId TEXT, amountMinor INTEGER,
    currency TEXT NOT NULL, expectedCloseOn TEXT, openedOn TEXT, product TEXT, description TEXT, externalId TEXT,
    stageId TEXT NOT NULL, position TEXT NOT NULL, status TEXT NOT NULL, closedOn TEXT, lossReason TEXT`,
  ticketStatuses: 'name TEXT NOT NULL, position TEXT NOT NULL, clock TEXT NOT NULL',
  tickets: `number TEXT NOT NULL, subject TEXT NOT NULL, description TEXT, priority TEXT NOT NULL, channel TEXT NOT NULL, companyId TEXT,
    contactId TEXT, assigneeId TEXT, externalId TEXT, statusId TEXT NOT NULL, closedAt TEXT, priorityRank INTEGER NOT NULL,
    numberKey TEXT NOT NULL`,
  ticketMessages: 'ticketId TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, sentAt TEXT NOT NULL, authorId TEXT',
}

const LIVE = 'WHERE archivedAt IS NULL'

const INDEXES: readonly string[] = [
  `companiesByName ON companies (sortName, id) ${LIVE}`,
  `companiesByCity ON companies (sortCity, id) ${LIVE}`,
  `companiesByIndustry ON companies (sortIndustry, id) ${LIVE}`,
  `companiesByUpdate ON companies (updatedAt, id) ${LIVE}`,
  `companiesByCreation ON companies (createdAt, id) ${LIVE}`,
  `companiesByOwner ON companies (ownerId, sortName, id) ${LIVE}`,
  `companiesArchived ON companies (archivedReason, sortName, id) WHERE archivedAt IS NOT NULL`,
  `contactsByName ON contacts (sortName, id) ${LIVE}`,
  `contactsByCity ON contacts (sortCity, id) ${LIVE}`,
  `contactsByUpdate ON contacts (updatedAt, id) ${LIVE}`,
  `contactsByCreation ON contacts (createdAt, id) ${LIVE}`,
  `contactsByOwner ON contacts (ownerId, sortName, id) ${LIVE}`,
  `contactsArchived ON contacts (archivedReason, sortName, id) WHERE archivedAt IS NOT NULL`,
  `companyContactsByCompany ON companyContacts (companyId)`,
  `companyContactsByContact ON companyContacts (contactId)`,
  `activitiesByRecord ON activities (recordId, happenedAt, id)`,
  `activitiesByDue ON activities (dueOn, id) WHERE kind = 'task' AND doneAt IS NULL AND archivedAt IS NULL`,
  `stagesByPipeline ON stages (pipelineId, position)`,
  `dealsByStage ON deals (stageId, position, id) ${LIVE}`,
  `dealSums ON deals (stageId, currency, amountMinor, ownerId) ${LIVE}`,
  `dealsByCompany ON deals (companyId)`,
  `dealsByContact ON deals (contactId)`,
  `ticketsByPriority ON tickets (priorityRank, id) ${LIVE}`,
  `ticketsByNumber ON tickets (numberKey, id)`,
  `ticketsByUpdate ON tickets (updatedAt, id) ${LIVE}`,
  `ticketsByCreation ON tickets (createdAt, id) ${LIVE}`,
  `ticketsByStatus ON tickets (statusId, priorityRank, id) ${LIVE}`,
  `ticketsByCompany ON tickets (companyId)`,
  `ticketsByContact ON tickets (contactId)`,
  `ticketMessagesByTicket ON ticketMessages (ticketId, sentAt)`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [name, columns] of Object.entries(TABLES)) {
    await sql.raw(`CREATE TABLE ${name} (${HEAD}, ${columns}) STRICT`).execute(db)
  }
  for (const index of INDEXES) await sql.raw(`CREATE INDEX ${index}`).execute(db)
}

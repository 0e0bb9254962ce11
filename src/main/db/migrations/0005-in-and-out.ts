// In and out: products and orders, imports and their sources, records that were merged, pairs that are not the same.
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

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  companies: ['mergedIntoId TEXT'],
  contacts: ['mergedIntoId TEXT'],
}

const TABLES: Readonly<Record<string, string>> = {
  products: `name TEXT NOT NULL, code TEXT, unit TEXT, unitPriceE4 INTEGER, currency TEXT NOT NULL, category TEXT, description TEXT,
    externalId TEXT, isDiscontinued INTEGER NOT NULL, sortName TEXT NOT NULL, sortCategory TEXT NOT NULL`,
  orders: `number TEXT NOT NULL, companyId TEXT, contactId TEXT, ownerId TEXT, status TEXT NOT NULL, orderedOn TEXT, dueOn TEXT,
    shippedOn TEXT, currency TEXT NOT NULL, statedTotalMinor INTEGER, freightMinor INTEGER, shipTo TEXT, description TEXT,
    externalId TEXT, numberKey TEXT NOT NULL`,
  orderLines: `orderId TEXT NOT NULL, lineNo INTEGER NOT NULL, productId TEXT, name TEXT, quantityMilli INTEGER NOT NULL,
    unitPriceE4 INTEGER NOT NULL, discountBp INTEGER NOT NULL, externalId TEXT, netE4 INTEGER NOT NULL`,
  importSources: 'name TEXT NOT NULL, rank INTEGER NOT NULL, priorities TEXT',
  importMappings: 'name TEXT NOT NULL, shape TEXT NOT NULL, config TEXT NOT NULL, sourceId TEXT',
  imports: 'fileName TEXT NOT NULL, fileHash TEXT, sourceId TEXT, mappingId TEXT, counts TEXT NOT NULL, byId TEXT',
  notDuplicates: 'recordType TEXT NOT NULL, aId TEXT NOT NULL, bId TEXT NOT NULL, byId TEXT',
}

const LIVE = 'WHERE archivedAt IS NULL'

const INDEXES: readonly string[] = [
  `productsByName ON products (sortName, id) ${LIVE}`,
  `productsByCategory ON products (sortCategory, id) ${LIVE}`,
  `productsByCode ON products (code, id) ${LIVE}`,
  `productsByUpdate ON products (updatedAt, id) ${LIVE}`,
  `productsByCreation ON products (createdAt, id) ${LIVE}`,
  `ordersByNumber ON orders (numberKey, id) ${LIVE}`,
  `ordersByDay ON orders (orderedOn, id) ${LIVE}`,
  `ordersByUpdate ON orders (updatedAt, id) ${LIVE}`,
  `ordersByCreation ON orders (createdAt, id) ${LIVE}`,
  `ordersByCompany ON orders (companyId, orderedOn)`,
  `ordersByContact ON orders (contactId, orderedOn)`,
  `orderLinesByOrder ON orderLines (orderId, lineNo, netE4) ${LIVE}`,
  `orderLinesByProduct ON orderLines (productId)`,
  `importsByCreation ON imports (createdAt, id) ${LIVE}`,
  `importMappingsByShape ON importMappings (shape) ${LIVE}`,
  `notDuplicatesByFirst ON notDuplicates (aId) ${LIVE}`,
  `notDuplicatesBySecond ON notDuplicates (bId) ${LIVE}`,
  `companiesMerged ON companies (mergedIntoId) WHERE mergedIntoId IS NOT NULL`,
  `contactsMerged ON contacts (mergedIntoId) WHERE mergedIntoId IS NOT NULL`,
  `companiesByCreditCode ON companies (creditCode) WHERE creditCode IS NOT NULL`,
  `companiesByExternalId ON companies (externalId) WHERE externalId IS NOT NULL`,
  `contactsByExternalId ON contacts (externalId) WHERE externalId IS NOT NULL`,
]

export const up = async (db: Kysely<unknown>): Promise<void> => {
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) await sql.raw(`ALTER TABLE ${table} ADD COLUMN ${column}`).execute(db)
  }
  for (const [name, columns] of Object.entries(TABLES)) {
    await sql.raw(`CREATE TABLE ${name} (${HEAD}, ${columns}) STRICT`).execute(db)
  }
  for (const index of INDEXES) await sql.raw(`CREATE INDEX ${index}`).execute(db)
}

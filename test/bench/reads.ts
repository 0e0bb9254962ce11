// Lists through the door, beside the best raw statement on the same encrypted file.
import { openConnection, READER_CACHE_MB } from '#main/db/raw-connection.ts'
import { type BenchFile, readingDoor } from './door.ts'
import { ratioRow, type Row, sideBySide } from './measure.ts'

const LIST = `SELECT c.id, c.name, c.phone, c.email, c.industry, c.city, c.country, c.updatedAt, c.createdAt, c.ownerId, u.name AS ownerName
  FROM companies c LEFT JOIN users u ON u.id = c.ownerId WHERE c.archivedAt IS NULL ORDER BY c.sortName, c.id LIMIT 50`

export const benchReads = async (at: BenchFile): Promise<Row[]> => {
  const door = readingDoor(at)
  const raw = openConnection({ ...at, readonly: true, cacheMb: READER_CACHE_MB })
  const list = raw.prepare(LIST)
  const columns = ['name', 'phone', 'email', 'industry', 'city', 'country', 'updatedAt', 'createdAt', 'ownerId']
  const first = { entity: 'companies', columns, limit: 50 } as const

  const rows = [
    ratioRow(
      'first page of the customer list',
      await sideBySide(
        300,
        () => list.all(),
        () => door.ask('lists.page', first),
      ),
      1.5,
    ),
  ]
  raw.close()
  door.close()
  return rows
}

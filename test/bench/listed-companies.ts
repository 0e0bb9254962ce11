// Companies in any number, with two fields of the office's own, in an encrypted file: what lists are measured on.
import { randomFillSync } from 'node:crypto'
import { join } from 'node:path'
import { setUpWorkspace } from '#main/features/settings/new-workspace.ts'
import { createDatabase, openExisting, openWriter } from '#main/db/open-workspace.ts'
import type { WriteTx } from '#main/db/database.ts'
import type { BenchFile } from './door.ts'
import { makeOffice } from './office.ts'
import { personMaker, seeded } from './people.ts'

/** A number and a text of the office's own. */
export const SCORE = 'n00000000000a'
export const REGION = 's00000000000b'
export const OWNERS = ['01900000-0000-7000-8000-00000000000a', '01900000-0000-7000-8000-00000000000b'] as const

const REGIONS = ['华东', '华南', 'Nord', 'Süd', '西北', 'Küste']
const sources = { nowMs: () => Date.now(), random: (bytes: Uint8Array) => void randomFillSync(bytes) }

export const makeListedCompanies = async (at: BenchFile, count: number): Promise<void> => {
  const first = openWriter(
    await createDatabase(at, {
      ...{ workspaceId: '01900000-0000-7000-8000-000000000001', origin: new Uint8Array(16).fill(7) },
      ...{ deviceName: 'bench', seriesLetter: 'A' },
    }),
    sources,
  )
  first.write({ actor: OWNERS[0], procedure: 'workspace.create' }, (tx) => {
    setUpWorkspace(tx, {
      ...{ userId: OWNERS[0], userName: 'Bench', workspaceName: 'Bench', language: 'en' },
      ...{ currency: 'EUR', timeZone: 'Europe/Berlin' },
    })
    tx.insert('users', { id: OWNERS[1], name: 'Second', canSignIn: true })
    addOwnFields(tx)
  })
  first.close()

  await fillCompanies(at, count)
}

/** The same in a real workspace folder, which the program can open. */
export const makeListedOffice = async (folder: string, count: number): Promise<BenchFile> => {
  const at = { file: join(folder, 'kith.db'), key: await makeOffice(folder, 0.001) }
  const writer = openWriter(await openExisting(at), sources)
  writer.write({ actor: null, procedure: 'bench' }, (tx) => {
    for (const id of OWNERS) tx.insert('users', { id, name: `Owner ${id.at(-1) ?? ''}`, canSignIn: true })
    addOwnFields(tx)
  })
  writer.close()
  await fillCompanies(at, count)
  return at
}

const addOwnFields = (tx: WriteTx): void => {
  for (const [key, type] of [
    [SCORE, 'number'],
    [REGION, 'text'],
  ] as const) {
    tx.insert('customFields', { entity: 'company', name: key, type, key, config: '{}', position: key, isRequired: false })
  }
}

/** Companies into a workspace that is there, with values of the two fields. Opened again for it, so that the fields have their indexes. */
const fillCompanies = async (at: BenchFile, count: number): Promise<void> => {
  const writer = openWriter(await openExisting(at), sources)
  const random = seeded(20_261_102)
  const { company, pick } = personMaker(random)
  for (let start = 0; start < count; start += 50_000) {
    writer.write({ actor: OWNERS[0], procedure: 'imports.run', isBulk: true }, (tx) => {
      for (let index = start; index < Math.min(start + 50_000, count); index++) {
        tx.insert('companies', {
          ...company(index),
          ownerId: OWNERS[index % 2] ?? null,
          industry: pick(['retail', 'medical', 'finance', '制造']),
          employees: index % 4 === 0 ? null : Math.floor(random() * 5000),
          custom: {
            [SCORE]: index % 5 === 0 ? null : Math.floor(random() * 100_000) / 2,
            [REGION]: index % 7 === 0 ? null : pick(REGIONS),
          },
        })
      }
    })
  }
  writer.tidy()
  writer.raw.pragma('wal_checkpoint(TRUNCATE)')
  writer.close()
}

// Run by work-apart.ts in a process of its own: two real engines work apart on the closed file of an office, and meet again.
import { join } from 'node:path'
import { createDatabase, openExisting, openWriter, type Writer } from '#main/db/open-workspace.ts'
import { readKeys } from '#main/workspace/key-file.ts'
import { openWithRecoveryKey } from '#main/workspace/key-slots.ts'
import { DATABASE } from '#main/workspace/workspace-folder.ts'
import { meet, pull } from '../../support/replicas.ts'
import type { Apart, Change } from './work-apart.ts'

const BEN = '01900000-0000-7000-8000-0000000000be'

const workApart = async ({ folder, recoveryKey, here, there }: Apart): Promise<void> => {
  const keys = readKeys(folder)
  if (!keys) throw new Error('The office has no keys.')
  const key = openWithRecoveryKey(keys.file, recoveryKey)
  let now = Date.now()
  const sources = {
    nowMs: () => now,
    random: (bytes: Uint8Array) => void crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>),
  }
  const first = openWriter(await openExisting({ file: join(folder, DATABASE), key }), sources)
  const workspaceId = String(first.raw.prepare<[], { v: string }>("SELECT v FROM sync_meta WHERE k = 'workspaceId'").get()?.v)
  const origin = new Uint8Array(16).fill(66)
  const birth = { workspaceId, origin, deviceName: 'Front desk', seriesLetter: 'B' }
  const second = openWriter(await createDatabase({ file: ':memory:', key: null }, birth), sources)
  const anna = String(first.raw.prepare<[], { id: string }>('SELECT id FROM users WHERE archivedAt IS NULL LIMIT 1').get()?.id)
  const write = (writer: Writer, actor: string, changes: readonly Change[]): void => {
    writer.write({ actor, procedure: 'companies.update' }, (tx) => {
      for (const { table, id, values } of changes) {
        if (values === null) tx.archive(table, id)
        else tx.update(table, id, values)
      }
    })
  }
  first.write({ actor: anna, procedure: 'users.create' }, (tx) => {
    tx.insert('users', { id: BEN, name: 'Ben Okafor', canSignIn: false })
  })
  pull({ writer: second }, { writer: first })
  write(first, anna, here)
  now += 60_000
  write(second, BEN, there)
  now += 60_000
  meet([{ writer: first }, { writer: second }])
  first.close()
  second.close()
  key.fill(0)
}

// As work-apart.ts wrote it.
await workApart(JSON.parse(process.argv[2] ?? '') as Apart)

// A process that writes to a file and says so after each commit; what it asks of the disk is watched from outside.
import { writeSync } from 'node:fs'
import { createDatabase, openWriter } from '#main/db/open-workspace.ts'
import { databaseOf } from '#main/workspace/workspace-folder.ts'
import { testBirth } from '../../support/test-database.ts'

const [folder = '', count = ''] = process.argv.slice(2)
const raw = await createDatabase({ file: databaseOf(folder), key: new Uint8Array(32).fill(7) }, testBirth)
let counter = 0
const writer = openWriter(raw, { nowMs: () => 0, random: (bytes) => bytes.fill((counter += 1)) })
for (let done = 0; done <= Number(count); done++) {
  writer.write({ actor: 'anna', procedure: 'test' }, (tx) => tx.insert('companies', { name: `Company ${done}` }))
  writeSync(1, `committed ${done}\n`)
}
writer.close()

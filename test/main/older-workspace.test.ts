// A workspace from before there was a lifecycle: a quiet moment gives it its stages, once, as an operation like any other.
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contract } from '#shared/contract.ts'
import { createAttachmentStore } from '#main/attachments/attachment-store.ts'
import { handlers } from '#main/features/index.ts'
import { usualStages } from '#main/jobs/usual-stages.ts'
import { runJobs } from '#main/jobs/run-jobs.ts'
import { createCall } from '#main/rpc/call.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import { createTestDatabase } from '../support/test-database.ts'

test('an older workspace gets the usual stages in its own language, and only once', async () => {
  const writer = await createTestDatabase()
  writer.write({ actor: null, procedure: 'settings.update' }, (tx) =>
    tx.put('settings', ['language'], { key: 'language', value: '"zh-CN"' }),
  )
  const faults: unknown[] = []
  const call = createCall({
    ...{ procedureAt: procedureLookup(contract), handlers, reader: writer, writer },
    ...{ nowMs: () => Date.parse('2026-03-02T09:00:00Z'), onCommit: () => {} },
    // No file is kept here, so that the folder is never made.
    attachments: createAttachmentStore({
      folder: join(tmpdir(), 'kith-no-attachments'),
      key: new Uint8Array(32),
      random: (bytes) => bytes,
    }),
    logBug: (_path, error) => String(faults.push(error)),
  })
  const quiet = () => runJobs([usualStages], { call, writer, logBug: (_job, error) => faults.push(error) })
  await quiet()
  await quiet()
  const names = writer.raw.prepare('SELECT name FROM lifecycleStages ORDER BY position').pluck().all()
  expect(names).toEqual(['识别', '发展', '保留', '恢复'])
  expect(
    writer
      .logOf(new Set())
      .operations(null, 9)
      .map(({ procedure }) => procedure),
  ).toEqual(['lifecycleStages.ensure', 'settings.update'])
  expect(faults).toEqual([])
  writer.close()
})

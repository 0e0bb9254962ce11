import { expect, test } from 'vitest'
import { createDatabase, openWriter } from '#main/db/open-workspace.ts'
import { versionOf } from '#main/db/log/version.ts'
import { testBirth } from '../../support/test-database.ts'

test('deals from before their titles were sorted by pinyin are sorted so once the workspace is opened', async () => {
  const raw = await createDatabase({ file: ':memory:', key: null }, testBirth)
  const insert =
    raw.prepare(`INSERT INTO deals (id, ver, createdAt, updatedAt, isSample, title, pipelineId, currency, stageId, position, status)
    VALUES (?, ${versionOf(1, 1)}, '2026', '2026', 0, ?, 'p', 'CNY', 's', 'a0', 'open')`)
  for (const title of ['赵州桥', 'Bridge', '安济桥']) insert.run(title, title)
  const { write } = openWriter(raw, { nowMs: () => 0, random: (bytes) => bytes.fill(1) })
  const titles = () => raw.prepare('SELECT title FROM deals ORDER BY sortTitle, id').pluck().all()
  expect(titles()).toEqual(['安济桥', 'Bridge', '赵州桥'])
  write({ actor: null, procedure: 'test' }, (tx) => tx.update('deals', 'Bridge', { title: '中桥' }))
  expect(titles()).toEqual(['安济桥', '赵州桥', '中桥'])
})

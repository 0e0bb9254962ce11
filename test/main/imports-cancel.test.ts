// Giving up in the middle of an import.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { AppError } from '#shared/base/app-error.ts'
import { contract } from '#shared/contract.ts'
import { handlers } from '#main/features/index.ts'
import { createCall } from '#main/rpc/call.ts'
import { procedureLookup } from '#main/rpc/procedures.ts'
import { createTestApp } from '../support/test-app.ts'

test('an import that is given up while it writes leaves nothing behind, and the next one works', async () => {
  const app = await createTestApp()
  const folder = mkdtempSync(join(tmpdir(), 'kith-cancel-'))
  const file = join(folder, 'companies.csv')
  writeFileSync(file, `Company,Owner\n${Array.from({ length: 3000 }, (_, row) => `Firm ${row},Owner ${row % 7}`).join('\n')}\n`)
  const { plan } = await app.ask('imports.inspect', { file })

  const steps: string[] = []
  const door = createCall({
    ...{ procedureAt: procedureLookup(contract), handlers, reader: app.writer, writer: app.writer, attachments: app.attachments },
    ...{ nowMs: () => Date.parse('2026-03-02T10:00:00Z'), logBug: () => 'none', onCommit: () => {} },
  })
  const reply = await door(
    'imports.run',
    { file, plan },
    {
      actor: app.owner,
      progress: (step, done, total) => steps.push(`${step} ${done}/${total}`),
      checkCancelled: () => {
        if (steps.includes('imports.step.writing 1000/3000')) throw new AppError('cancelled', 'errors.cancelled')
      },
    },
  )

  expect(reply).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  expect(steps).toEqual(['imports.step.reading 3000/null', 'imports.step.writing 500/3000', 'imports.step.writing 1000/3000'])
  const count = () => app.writer.raw.prepare('select count(*) as n from companies').get()
  expect(count()).toEqual({ n: 0 })
  expect(await app.ask('users.list', {})).toHaveLength(1)

  expect(await app.ask('imports.run', { file, plan })).toMatchObject({ created: 3000, newPeople: 7 })
  expect(count()).toEqual({ n: 3000 })
  app.close()
  rmSync(folder, { recursive: true })
})

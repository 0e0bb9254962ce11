// The procedures that the engine's host answers, with what nobody sane would send: typed errors only, and the workspace stays what it was.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { workspaceContract } from '#shared/workspace/workspace.contract.ts'
import { hostileInput } from '../../support/hostile.ts'
import { company, PASSWORD, type TestEngine, type TestPlace, testPlace } from './test-engine.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

const CODES = ['invalid_input', 'not_found', 'conflict', 'forbidden', 'cancelled', 'unavailable', 'locked']

let place: TestPlace
let engine: TestEngine
let keys: string
beforeAll(async () => {
  place = testPlace()
  engine = await place.engine()
  await engine.create()
  await engine.get('companies.create', company('Contoso'))
  keys = readFileSync(join(place.folder, 'keys.json'), 'utf8')
})
afterAll(() => place.remove())

/** Folders of a hostile input must stay inside the test's own. */
const withOwnFolder = (input: unknown): unknown => {
  if (typeof input !== 'object' || input === null || !('folder' in input) || typeof input.folder !== 'string') return input
  return { ...input, folder: join(place.folder, 'attachments', 'inside') }
}

test.each(Object.entries(workspaceContract))('workspace.%s answers hostile inputs with typed errors', async (name, procedure) => {
  const schema = z.toJSONSchema(procedure.input, { io: 'input' })
  await fc.assert(
    fc.asyncProperty(hostileInput(schema, ['01900000-0000-7000-8000-000000000001']), async (input) => {
      const reply = await engine.ask(`workspace.${name}`, withOwnFolder(input))
      expect(place.bugs.map(String)).toEqual([])
      expect([null, ...CODES]).toContain(reply.ok ? null : reply.error.code)
    }),
    { numRuns: 200 },
  )
})

test('after all of it the keys are the same and the workspace opens with its password', async () => {
  expect(readFileSync(join(place.folder, 'keys.json'), 'utf8')).toBe(keys)
  await engine.engine.close()
  engine = await place.engine()
  expect(await engine.ask('workspace.unlock', { password: PASSWORD })).toMatchObject({ ok: true })
  expect(await engine.get('companies.outline')).toMatchObject({ count: 1 })
})

// A copied folder is a workspace of its own: what is meant for one never reaches the other, though both have the same id and keys.
import { cpSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { socketPathOf } from '#main/engine/runtime-folder.ts'
import { joinEngine, reachEngine } from '#main/engine/socket-client.ts'
import { readKeys } from '#main/workspace/key-file.ts'
import { findUserSlot } from '#main/workspace/key-slots.ts'
import { company, dataKeyOf, PASSWORD, testPlace } from './test-engine.ts'

const place = testPlace()
afterEach(() => place.remove())

/** As the command line comes in, by the path it was given. */
const callInside = async (folder: string, path: string, input: unknown): Promise<void> => {
  const file = readKeys(folder)?.file
  const socket = file && (await reachEngine(socketPathOf(join(place.base, 'run'), { workspaceId: file.workspaceId, folder })))
  if (!file || !socket) throw new Error(`Nobody listens for ${folder}`)
  const key = { workspaceId: file.workspaceId, slotId: findUserSlot(file, null).id, dataKey: await dataKeyOf(folder) }
  const session = await joinEngine(socket, key)
  expect(await session.call(path, input)).toMatchObject({ ok: true })
  session.close()
}

test('a call meant for a folder does not reach the engine of its copy, which was opened later', async () => {
  const first = await place.engine()
  await first.create()
  await first.get('workspace.lock')
  const folder = join(place.base, 'copy')
  cpSync(place.folder, folder, { recursive: true })
  const unlock = { userName: null, password: PASSWORD }
  await first.get('workspace.unlock', unlock)
  const copy = await place.engine({ folder })
  await copy.get('workspace.unlock', unlock)

  const another = join(place.base, 'another-way')
  symlinkSync(place.folder, another)
  await callInside(another, 'companies.create', company('For the first'))
  await callInside(folder, 'companies.create', company('For the copy'))

  expect(await first.get('companies.pick', { text: '' })).toMatchObject([{ name: 'For the first' }])
  expect(await copy.get('companies.pick', { text: '' })).toMatchObject([{ name: 'For the copy' }])
})

// Machines whose folder was brought back from a backup, by each of the ways people have, while the office went on: nothing is lost, nothing doubled.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openReader } from '#main/db/open-workspace.ts'
import { databaseOf } from '#main/workspace/workspace-folder.ts'
import { freePort } from '../../support/free-port.ts'
import { dataKeyOf, PASSWORD, type TestEngine, type TestPlace, testPlace } from './test-engine.ts'

const places: TestPlace[] = []
afterEach(async () => {
  for (const place of places.splice(0)) await place.remove()
})

const network = { networkPlace: { host: '127.0.0.1', port: 0, isSilent: true } } as const
const newPlace = (): TestPlace => {
  const place = testPlace()
  places.push(place)
  return place
}
const add = async (one: TestEngine, name: string): Promise<void> => void (await one.get('companies.create', { name }))
const names = async (one: TestEngine): Promise<string[]> => {
  const { ids } = (await one.get('lists.ids', { entity: 'companies' })) as { ids: string[] }
  const found = await Promise.all(ids.map((id) => one.get('companies.get', { id })))
  return found.map((row) => (row as { name: string }).name).toSorted()
}
const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 100 })
const unlock = async (one: TestEngine): Promise<string | null> =>
  ((await one.get('workspace.unlock', { userName: null, password: PASSWORD })) as { notice: string | null }).notice

/** How many change sets the shut folder holds, by origin, and which origin it writes under. */
const heldBy = async (folder: string): Promise<{ vector: Map<string, number>; own: string }> => {
  const reader = openReader({ file: databaseOf(folder), key: await dataKeyOf(folder) })
  const held = { vector: reader.outgoing.vector(), own: reader.outgoing.ownOrigin() }
  reader.close()
  return held
}

/** Two machines of one office, the second one just joined. */
const office = async () => {
  const [here, there] = [newPlace(), newPlace()]
  // Found again where it was, after it was shut.
  const networkPlace = { ...network.networkPlace, port: await freePort() }
  const [anna, ben] = [await here.engine({ networkPlace }), await there.engine(network)]
  await anna.create()
  await anna.get('network.switch', { isOn: true, name: 'Front desk' })
  await add(anna, 'Before')
  const { code } = (await anna.get('network.invite')) as { code: string }
  const { port } = (await anna.get('network.status')) as { port: number }
  const { users } = (await ben.get('network.pair', { address: `127.0.0.1:${port}`, code, name: 'Back office' })) as {
    users: { id: string }[]
  }
  const { recoveryKey } = (await ben.get('network.join', { userId: users[0]?.id, password: PASSWORD })) as { recoveryKey: string }
  await ben.get('workspace.confirmRecoveryKey', { recoveryKey })
  await until(async () => expect(await names(ben)).toEqual(['Before']))
  return { anna, ben, here, there }
}

/** The three ways back: what is copied when, and onto which machine. */
const ways = {
  'the database file alone': { withWitness: false, isElsewhere: false },
  'the folder on another machine': { withWitness: false, isElsewhere: true },
  'an image of the whole machine': { withWitness: true, isElsewhere: false },
} as const

test.each(Object.entries(ways))(
  '%s brought back: what was lost comes back, and what is new goes out, once',
  {
    timeout: 240_000,
  },
  async (_way, { withWitness, isElsewhere }) => {
    const { anna, ben, there } = await office()
    await ben.get('workspace.lock')
    const backup = join(there.base, 'backup')
    cpSync(there.folder, join(backup, 'folder'), { recursive: true })
    cpSync(join(there.base, 'machine'), join(backup, 'machine'), { recursive: true })
    const before = await heldBy(there.folder)

    await unlock(ben)
    await add(ben, 'Written after the backup')
    await add(anna, 'Written by the other')
    const all = ['Before', 'Written after the backup', 'Written by the other']
    for (const one of [anna, ben]) await until(async () => expect(await names(one)).toEqual(all))
    await ben.get('workspace.lock')

    // Back to the backup, and at work before the others are there.
    await anna.get('workspace.lock')
    const folder = isElsewhere ? join(there.base, 'elsewhere') : there.folder
    if (isElsewhere) cpSync(join(backup, 'folder'), folder, { recursive: true })
    else cpSync(databaseOf(join(backup, 'folder')), databaseOf(folder))
    if (withWitness) {
      rmSync(join(there.base, 'machine'), { recursive: true })
      cpSync(join(backup, 'machine'), join(there.base, 'machine'), { recursive: true })
    }
    const again = await there.engine({
      ...{ ...network, folder },
      ...(isElsewhere ? { machine: { id: 'another-machine', folder: join(there.base, 'other-machine') } } : {}),
    })
    // An image does not know what it is: that comes out when it meets the others.
    await unlock(again)
    const copiedFrom = async () => (await again.get('history.copiedFrom')) as { until: string } | null
    expect((await copiedFrom()) === null).toBe(withWitness)
    await add(again, 'Written since')
    await unlock(anna)
    const whole = [...all, 'Written since'].toSorted()
    for (const one of [anna, again]) await until(async () => expect(await names(one)).toEqual(whole))
    const copied = await copiedFrom()

    await add(again, 'And goes on')
    await until(async () => expect(await names(anna)).toContain('And goes on'))

    await again.get('workspace.lock')
    const after = await heldBy(folder)
    expect(after.own).not.toBe(before.own)
    // What was written before they met and after, and that its numbers have another letter now.
    const added = [...after.vector].filter(([originHex]) => originHex !== before.own && !before.vector.has(originHex))
    expect(added.reduce((sum, [, count]) => sum + count, 0)).toBe(3)
    expect(after.vector.get(before.own)).toBe(1 + (before.vector.get(before.own) ?? 0))
    // The other answer: everybody as it was when the copy was made.
    await unlock(again)
    await again.get('history.goBack', copied)
    expect(await copiedFrom()).toBeNull()
    for (const one of [anna, again]) await until(async () => expect(await names(one)).toEqual(['Before']))
    await again.get('history.undoLast')
    for (const one of [anna, again])
      await until(async () => expect(await names(one)).toEqual([...whole, 'And goes on'].toSorted()))
    expect(places.flatMap(({ bugs }) => bugs)).toEqual([])
  },
)

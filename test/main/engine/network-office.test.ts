// An office that cannot be opened leaves nothing behind: neither a door that nobody can close, nor a clock that goes on.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createNetworkBox } from '#main/engine/network-box.ts'
import { openNetworkOffice } from '#main/engine/network-office.ts'
import { createDeviceIdentity } from '#main/net/certificate.ts'
import { newCharter } from '#main/sync/charter.ts'
import type { Office } from '#main/sync/office.ts'
import { askable } from '../../support/linked-machines.ts'
import { newMachine } from '../../support/replicas.ts'

/** How many clocks run. An office has some as long as its door is open. */
const clocks = async (): Promise<number> => {
  // What was closed goes in the next turn.
  await setImmediate()
  return process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
}

/** How an office with a sealed file of its own is opened at a port. `path`: of that file. */
const desk = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kith-network-office-'))
  const path = join(folder, 'network.sealed')
  const { writer, ...machine } = await newMachine(0)
  onTestFinished(() => {
    writer.close()
    rmSync(folder, { recursive: true })
  })
  const identity = await createDeviceIdentity()
  const box = createNetworkBox(path, randomBytes(32), randomBytes)
  const charter = newCharter(identity, () => randomBytes(32).toString('hex'))
  const nothing = { addresses: [], invitations: [], peers: [], newcomers: [], heard: {} }
  box.put({ v: 2, isOn: true, port: 0, name: 'Front desk', identity, charter, ...nothing })
  const open = async (host: string, port: number): Promise<Office> => {
    const [file, keeper] = [box.file(), box.charter()]
    if (!file || !keeper) throw new Error('There is no file.')
    return openNetworkOffice(file, keeper, {
      ...{ box, replica: askable({ writer, ...machine }).replica, topics: [], appVersion: '1.0.0' },
      ...{ nowMs: Date.now, random: randomBytes, onChange: () => undefined, logBug: () => undefined },
      desk: { admit: () => Promise.reject(new Error('Nobody comes.')) },
      newcomers: { isAwaited: () => false, came: () => undefined, expect: () => undefined },
      place: { host, port, isSilent: true },
    })
  }
  return { path, open }
}

test('an office whose port cannot be written down is closed again', async () => {
  const { path, open } = await desk()
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  onTestFinished(() => void taken.close())
  const place = taken.address()
  mkdirSync(`${path}.new`)
  const before = await clocks()
  await expect(open('127.0.0.1', typeof place === 'object' ? (place?.port ?? 0) : 0)).rejects.toThrow('EISDIR')
  expect(await clocks()).toBeLessThanOrEqual(before)
})

test('an office for which there is no port leaves nothing behind', async () => {
  const { open } = await desk()
  const before = await clocks()
  // Of no machine.
  await expect(open('203.0.113.7', 0)).rejects.toThrow('sync.listen')
  expect(await clocks()).toBeLessThanOrEqual(before)
})
